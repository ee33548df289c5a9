package org.peerexchange.portal;

import org.peerexchange.people.Person;
import org.peerexchange.people.PersonalLink;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Programme;

/** Somebody has come by a personal link that works: who, about which case of which programme. */
record Visit(String token, PersonalLink link, Person person, String name, Case subject, Programme programme) {

    public String path() {
        return "/p/" + token;
    }

    /** What the draft of this page's form is kept under: every link to one request continues the same draft. */
    String draft() {
        return link.purpose().equals(PersonalLink.ASK)
                ? draftOfRequest(link.target())
                : draftOf(link.purpose(), link.target(), subject.number(), person.id());
    }

    static String draftOfRequest(String request) {
        return "request " + request;
    }

    static String draftOfOffer(String message, String caseNumber, String personId) {
        return draftOf(PersonalLink.OFFER, message, caseNumber, personId);
    }

    private static String draftOf(String purpose, String target, String caseNumber, String personId) {
        return "%s %s of %s by %s".formatted(purpose, target, caseNumber, personId);
    }
}
