package org.peerexchange.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peerexchange.language.KnownReader;
import org.peerexchange.mail.Unsubscribing;
import org.peerexchange.people.People;
import org.peerexchange.people.Person;
import org.peerexchange.people.PersonalLink;
import org.peerexchange.people.PersonalLinks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever comes by a link from a mail, or has signed in with Wikimedia, reads their page in the language of their mails. A link
 * that has expired, or was ended, tells nothing about them.
 */
@Component
class ReaderByLink implements KnownReader {

    private static final String KNOWN = ReaderByLink.class.getName();
    private static final Pattern LINK = Pattern.compile("/(?:p|my/address|my/wikimedia|my)/([^/]+)(?:/.*)?");
    private static final Pattern NO_NEWS = Pattern.compile(Unsubscribing.PATH + "([^/]+)");

    private final PersonalLinks links;
    private final Unsubscribing unsubscribing;
    private final People people;
    private final Visits visits;
    private final Clock clock;

    ReaderByLink(PersonalLinks links, Unsubscribing unsubscribing, People people, Visits visits, Clock clock) {
        this.links = links;
        this.unsubscribing = unsubscribing;
        this.people = people;
        this.visits = visits;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    @SuppressWarnings("unchecked") // kept here, for the same request
    public Optional<Locale> language(HttpServletRequest request) {
        Object known = request.getAttribute(KNOWN);
        if (known == null) {
            known = person(KnownReader.asked(request)).map(Person::locale);
            request.setAttribute(KNOWN, known);
        }
        return (Optional<Locale>) known;
    }

    private Optional<Person> person(String path) {
        Matcher link = LINK.matcher(path);
        if (link.matches()) {
            return link.group(1).equals(Visits.SIGNED_IN)
                    ? visits.signedIn()
                    : links.open(link.group(1))
                            .filter(found -> !found.isExpiredAt(clock.instant()))
                            .map(PersonalLink::personId)
                            .flatMap(people::findById);
        }
        Matcher noNews = NO_NEWS.matcher(path);
        return noNews.matches()
                ? unsubscribing
                        .of(noNews.group(1))
                        .map(Unsubscribing.Subscription::personId)
                        .flatMap(people::findById)
                : Optional.empty();
    }
}
