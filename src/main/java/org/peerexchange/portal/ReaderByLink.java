package org.peerexchange.portal;

import jakarta.servlet.http.HttpServletRequest;
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

/** Whoever comes by a link from a mail reads the page in the language of their mails. */
@Component
class ReaderByLink implements KnownReader {

    private static final String KNOWN = ReaderByLink.class.getName();
    private static final Pattern LINK = Pattern.compile("/(?:p|my|my/address)/([^/]+)(?:/.*)?");
    private static final Pattern NO_NEWS = Pattern.compile(Unsubscribing.PATH + "([^/]+)");

    private final PersonalLinks links;
    private final Unsubscribing unsubscribing;
    private final People people;

    ReaderByLink(PersonalLinks links, Unsubscribing unsubscribing, People people) {
        this.links = links;
        this.unsubscribing = unsubscribing;
        this.people = people;
    }

    @Override
    @SuppressWarnings("unchecked") // kept here, for the same request
    public Optional<Locale> language(HttpServletRequest request) {
        Object known = request.getAttribute(KNOWN);
        if (known == null) {
            known = person(request.getRequestURI()).flatMap(people::findById).map(Person::locale);
            request.setAttribute(KNOWN, known);
        }
        return (Optional<Locale>) known;
    }

    private Optional<String> person(String path) {
        Matcher link = LINK.matcher(path);
        if (link.matches()) {
            return links.open(link.group(1)).map(PersonalLink::personId);
        }
        Matcher noNews = NO_NEWS.matcher(path);
        return noNews.matches()
                ? unsubscribing.of(noNews.group(1)).map(Unsubscribing.Subscription::personId)
                : Optional.empty();
    }
}
