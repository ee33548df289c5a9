package org.peerexchange.portal;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.peerexchange.language.Translation;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.KnownFacts;
import org.peerexchange.programme.PageLanguage;
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
    private final PageLanguage page;

    Standing(Tables tables, Facts facts, PageLanguage page) {
        this.tables = tables;
        this.facts = facts;
        this.page = page;
    }

    /**
     * What one of those who take part reads.
     *
     * @param own the sides that the reader has in the case, which are read when the table asks for them
     * @return a sentence each; none for a kind of case that the programme names no table for
     */
    List<String> of(Case subject, Programme programme, Supplier<? extends Collection<String>> own) {
        String table = programme.standing().get(subject.kind());
        if (table == null) {
            return List.of();
        }
        KnownFacts known = KnownFacts.over(facts.of(subject.number()));
        known.later(YOUR_SIDES, () -> List.copyOf(own.get()));
        Translation words = page.words(programme.key());
        return tables.ask(table, known).rows().stream()
                .map(row -> (String) row.get("reason"))
                .filter(reason -> reason != null && !reason.isBlank())
                .map(words::of)
                .toList();
    }
}
