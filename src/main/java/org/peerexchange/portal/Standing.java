package org.peerexchange.portal;

import java.util.List;
import org.peerexchange.language.Translation;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.KnownFacts;
import org.peerexchange.programme.PageLanguage;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Tables;
import org.springframework.stereotype.Component;

/** How a case stands, such as its confirmed hours so far: the reasons that the programme's table for this kind of case gives now. */
@Component
class Standing {

    /** The sides that whoever reads has in the case: what is for one side only, such as money, the table says to that side. */
    private static final String YOUR_SIDES = "yourSides";

    private final Tables tables;
    private final Facts facts;
    private final Parties parties;
    private final PageLanguage page;

    Standing(Tables tables, Facts facts, Parties parties, PageLanguage page) {
        this.tables = tables;
        this.facts = facts;
        this.parties = parties;
        this.page = page;
    }

    /**
     * What one of those who take part reads.
     *
     * @param reader id of the person
     * @return a sentence each; none for a kind of case that the programme names no table for
     */
    List<String> of(Case subject, Programme programme, String reader) {
        String table = programme.standing().get(subject.kind());
        if (table == null) {
            return List.of();
        }
        KnownFacts known = KnownFacts.over(facts.of(subject.number()));
        known.later(YOUR_SIDES, () -> sides(subject, reader));
        Translation words = page.words(programme.key());
        return tables.ask(table, known).rows().stream()
                .map(row -> (String) row.get("reason"))
                .filter(reason -> reason != null && !reason.isBlank())
                .map(words::of)
                .toList();
    }

    private List<String> sides(Case subject, String reader) {
        return parties.findByCaseNumberOrderBySide(subject.number()).stream()
                .filter(party -> reader.equals(party.personId()))
                .map(Party::side)
                .toList();
    }
}
