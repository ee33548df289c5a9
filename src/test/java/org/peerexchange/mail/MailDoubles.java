package org.peerexchange.mail;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.peerexchange.people.PersonalLink;
import org.springframework.aop.TargetSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * People, cases and links for tests of the mail room alone. They stand in for the real ones while such a test runs, so that it
 * shares the application of all others. A person's id is her address unless it was corrected.
 */
@TestComponent
public class MailDoubles {

    static final String PROGRAMME = "mail-tests";

    static final Map<String, Addressee> PEOPLE = new ConcurrentHashMap<>();
    static final Map<String, Object> FACTS = new ConcurrentHashMap<>();

    /** Whether they answer; otherwise the real ones do. */
    private static volatile boolean standIn;

    static void standIn(boolean wanted) {
        standIn = wanted;
    }

    static Addressee person(String name, String address) {
        return new Addressee(name, List.of(address), Locale.ENGLISH, ZoneId.of("Europe/Warsaw"));
    }

    @Bean
    @Primary
    Recipients recipientsOfTests(CaseMail real) {
        Recipients doubles = new Recipients() {
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
        return either(Recipients.class, doubles, real);
    }

    @Bean
    @Primary
    CaseWords caseWordsOfTests(CaseMail real) {
        CaseWords doubles = new CaseWords() {
            @Override
            public String programmeOf(String caseNumber) {
                return PROGRAMME;
            }

            @Override
            public String staffGroupOf(String programme) {
                return "exchange-staff";
            }

            @Override
            public Map<String, Object> about(String caseNumber, Recipient reader, Locale language) {
                var about = new HashMap<String, Object>();
                about.put("case", Map.of("number", caseNumber, "title", "Georgia visits Poland", "state", "planning"));
                about.put("programme", Map.of("name", "Peer Learning", "contact", "hub@example.org"));
                about.put("partner", Map.of("name", "Jan", "community", "Wikimedia Polska"));
                about.put("facts", FACTS);
                return about;
            }
        };
        return either(CaseWords.class, doubles, real);
    }

    @Bean
    @Primary
    LinkMint linksOfTests(MintingLinks real) {
        var minted = new AtomicInteger();
        LinkMint doubles = (reader, caseNumber, link) -> "https://peers.example/%s/secret-token-%d"
                .formatted(link.purpose().equals(PersonalLink.MY) ? "my" : "p", minted.incrementAndGet());
        return either(LinkMint.class, doubles, real);
    }

    /** Asks the one or the other, each time anew. */
    private static <T> T either(Class<T> type, T doubles, T real) {
        return ProxyFactory.getProxy(type, new TargetSource() {
            @Override
            public Class<?> getTargetClass() {
                return type;
            }

            @Override
            public Object getTarget() {
                return standIn ? doubles : real;
            }
        });
    }
}
