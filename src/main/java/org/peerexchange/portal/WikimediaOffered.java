package org.peerexchange.portal;

import org.peerexchange.people.WikimediaAccount;
import org.peerexchange.people.WikimediaSession;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells participants' pages whether one can sign in with Wikimedia here, and who has. */
@ControllerAdvice(assignableTypes = {MyPages.class, MyDetailsPages.class, MyErasurePages.class, WikimediaPages.class})
class WikimediaOffered {

    private final WikimediaSession session;
    private final boolean here;

    WikimediaOffered(WikimediaSession session, ObjectProvider<WikimediaPages> pages) {
        this.session = session;
        this.here = pages.stream().findAny().isPresent();
    }

    /** @param account what somebody is signed in with in this browser, or null */
    record Seen(WikimediaAccount account) {}

    /** Null where it is not set up. */
    @ModelAttribute("wikimedia")
    Seen seen() {
        return here ? new Seen(session.account().orElse(null)) : null;
    }
}
