package org.peerexchange.mail;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.peerexchange.people.PersonalLink;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** People, cases and links for tests of the mail room alone. A person's id is her address unless it was corrected. */
@TestConfiguration(proxyBeanMethods = false)
public class MailDoubles {

    static final String PROGRAMME = "mail-tests";

    static final Map<String, Addressee> PEOPLE = new ConcurrentHashMap<>();
    static final Map<String, Object> FACTS = new ConcurrentHashMap<>();

    static Addressee person(String name, String address) {
        return new Addressee(name, List.of(address), Locale.ENGLISH, ZoneId.of("Europe/Warsaw"));
    }

    @Bean
    @Primary
    Recipients recipientsForTests() {
        return new Recipients() {
            @Override
            public List<Recipient> of(String caseNumber, String to) {
                return to.equals("both")
                        ? List.of(Recipient.person("mentee@example.org"), Recipient.person("mentor@example.org"))
                        : List.of(Recipient.person(to + "@example.org"));
            }

            @Override
            public Addressee addressee(Recipient recipient, String programme, String caseNumber) {
                return PEOPLE.getOrDefault(recipient.id(), person("Somebody", recipient.id()));
            }

            @Override
            public Recipient correct(Recipient person, String programme, String address) {
                PEOPLE.put(person.id(), person("Somebody", address));
                return person;
            }
        };
    }

    @Bean
    @Primary
    CaseWords caseWordsForTests() {
        return new CaseWords() {
            @Override
            public String programmeOf(String caseNumber) {
                return PROGRAMME;
            }

            @Override
            public String staffGroupOf(String programme) {
                return "exchange-staff";
            }

            @Override
            public Map<String, Object> about(String caseNumber, Recipient reader) {
                var about = new HashMap<String, Object>();
                about.put("case", Map.of("number", caseNumber, "title", "Georgia visits Poland", "state", "planning"));
                about.put("programme", Map.of("name", "Peer Learning", "contact", "hub@example.org"));
                about.put("partner", Map.of("name", "Jan", "community", "Wikimedia Polska"));
                about.put("facts", FACTS);
                return about;
            }
        };
    }

    @Bean
    @Primary
    LinkMint linksForTests() {
        var minted = new AtomicInteger();
        return (reader, caseNumber, link) -> "https://peers.example/%s/secret-token-%d"
                .formatted(link.purpose().equals(PersonalLink.MY) ? "my" : "p", minted.incrementAndGet());
    }
}
