package org.peerexchange.portal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.peerexchange.application.Offers;
import org.peerexchange.people.PersonalLink;
import org.peerexchange.people.PersonalLinks;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.PageLanguage;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.peerexchange.submission.Asking;
import org.springframework.stereotype.Component;

/** What somebody can do where the offer they came for is not possible: others of their case, and of what came of it. */
@Component
class Alternatives {

    /** An offer of a case. */
    record Alternative(String caseNumber, String message, String label) {}

    private final Cases cases;
    private final Parties parties;
    private final PersonalLinks links;
    private final Asking asking;
    private final Offers offers;
    private final PageLanguage page;

    Alternatives(Cases cases, Parties parties, PersonalLinks links, Asking asking, Offers offers, PageLanguage page) {
        this.cases = cases;
        this.parties = parties;
        this.links = links;
        this.asking = asking;
        this.offers = offers;
        this.page = page;
    }

    /** The offers of a case that are possible now; none of one that has ended. */
    List<Alternative> of(Case subject) {
        return subject.closedAt() != null
                ? List.of()
                : offers.of(subject).stream()
                        .filter(offer -> asking.impossible(
                                        subject.number(), offer.message(), offer.form(), page.locale())
                                .isEmpty())
                        .map(offer -> new Alternative(
                                subject.number(),
                                offer.message(),
                                page.words(subject.programme()).of(offer.label())))
                        .toList();
    }

    List<Alternative> of(Visit visit) {
        Stream<Case> fromIt = parties
                .findByApplicationOrderByCaseNumber(visit.subject().number())
                .stream()
                .filter(party -> party.personId().equals(visit.link().personId()))
                .map(Party::caseNumber)
                .map(cases::of);
        return Stream.concat(Stream.of(visit.subject()), fromIt)
                .flatMap(subject -> of(subject).stream())
                .toList();
    }

    /** The path of a link of its own to one of them; empty when it is none of them any more. */
    Optional<String> open(Visit visit, String caseNumber, String message) {
        return of(visit).stream()
                .filter(one ->
                        one.caseNumber().equals(caseNumber) && one.message().equals(message))
                .findFirst()
                .map(one -> links.mint(visit.link().personId(), caseNumber, PersonalLink.OFFER, message))
                .map(address -> address.substring(address.lastIndexOf("/p/")));
    }
}
