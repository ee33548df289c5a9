package org.peerexchange.portal;

import java.util.Map;
import java.util.UUID;
import org.peerexchange.people.PersonalLink;
import org.peerexchange.people.PersonalLinks;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.PageLanguage;
import org.peerexchange.programme.Programme;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.Author;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens when somebody sends a form behind a personal link. The link is used up in the same transaction, so of any
 * number of simultaneous posts one gets through, and refused answers leave the link as it was.
 */
@Component
@Transactional
class Participation {

    private final PersonalLinks links;
    private final Asking asking;
    private final Cases cases;
    private final Drafts drafts;
    private final PageLanguage page;

    Participation(PersonalLinks links, Asking asking, Cases cases, Drafts drafts, PageLanguage page) {
        this.links = links;
        this.asking = asking;
        this.cases = cases;
        this.drafts = drafts;
        this.page = page;
    }

    /**
     * Saves what was typed for a request that is still open, or for something that may be told.
     *
     * @return the new version of the draft
     */
    public int saveDraft(Visit visit, int base, UUID opened, Map<String, Object> typed) {
        // Nothing is saved for a request that is being answered just now.
        cases.lock(visit.subject().number());
        boolean ends = visit.link().purpose().equals(PersonalLink.ASK)
                && asking.open(visit.link().target())
                        .filter(request -> !request.form().isAnonymous())
                        .isEmpty();
        if (ends || links.open(visit.token()).map(PersonalLink::isUsed).orElse(true)) {
            throw new Drafts.Changed(0, "draft.not-needed");
        }
        return drafts.save(visit.draft(), base, opened, typed);
    }

    /** @param draft what the page knows of its draft */
    public void answer(Visit visit, Asking.Request request, Drafts.Seen draft, Map<String, Object> posted) {
        // Every reminder brings another link to the same request: who comes by different links takes turns here.
        cases.lock(request.caseNumber());
        if (asking.open(request.id()).isEmpty()) {
            throw new Asking.AlreadyDone("done.answered");
        }
        useUp(visit.token());
        drafts.send(visit.draft(), draft);
        PersonalLink link = visit.link();
        asking.answer(
                link.target(),
                posted,
                Author.person(link.personId(), request.side()).reading(page.locale()));
    }

    /** @param draft what the page knows of its draft */
    public void tell(Visit visit, Programme.Offer offer, String side, Drafts.Seen draft, Map<String, Object> posted) {
        useUp(visit.token());
        drafts.send(visit.draft(), draft);
        PersonalLink link = visit.link();
        asking.tell(
                link.caseNumber(),
                offer.message(),
                offer.form(),
                posted,
                Author.person(link.personId(), side).reading(page.locale()));
    }

    private void useUp(String token) {
        if (!links.use(token)) {
            throw new Asking.AlreadyDone("done.link-used");
        }
    }
}
