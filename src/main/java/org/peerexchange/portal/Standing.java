package org.peerexchange.portal;

import java.util.List;
import java.util.Map;
import org.peerexchange.language.Translation;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.PageLanguage;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Tables;
import org.springframework.stereotype.Component;

/** How a case stands, such as its confirmed hours so far: the reasons that the programme's table for this kind of case gives now. */
@Component
class Standing {

    private final Tables tables;
    private final Facts facts;
    private final PageLanguage page;

    Standing(Tables tables, Facts facts, PageLanguage page) {
        this.tables = tables;
        this.facts = facts;
        this.page = page;
    }

    /** A sentence each; none for a kind of case that the programme names no table for. */
    List<String> of(Case subject, Programme programme) {
        String table = programme.standing().get(subject.kind());
        if (table == null) {
            return List.of();
        }
        Map<String, Object> known = facts.of(subject.number());
        Translation words = page.words(programme.key());
        return tables.ask(table, known).rows().stream()
                .map(row -> (String) row.get("reason"))
                .filter(reason -> reason != null && !reason.isBlank())
                .map(words::of)
                .toList();
    }
}
