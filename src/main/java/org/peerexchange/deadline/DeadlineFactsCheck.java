package org.peerexchange.deadline;

import java.util.ArrayList;
import java.util.List;
import org.peerexchange.programme.FactCatalogue;
import org.peerexchange.programme.ModelCheck;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Tables;
import org.springframework.stereotype.Component;

/** Every date that a deadline counts from can be known: from a misspelt one no case could go on. */
@Component
public class DeadlineFactsCheck implements ModelCheck {

    private final FactCatalogue catalogue;

    DeadlineFactsCheck(FactCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<String> wrong(ModelFiles files) {
        List<String> wrong = new ArrayList<>();
        for (ModelFiles.Table table : files.tables()) {
            if (table.id().equals(Tables.ofProgramme(table.programme(), Deadlines.TABLE))) {
                FactCatalogue.Known known = catalogue.in(files, table.programme());
                table.rows().stream().filter(row -> !row.text("from").isEmpty()).forEach(row -> known.wrong(
                                row.text("from"))
                        .ifPresent(sentence -> wrong.add("%s, row %d: the deadline \"%s\" counts from nothing: %s"
                                .formatted(
                                        table.file(),
                                        row.number(),
                                        ModelFiles.plain(row.conditions().get(0)),
                                        sentence))));
            }
        }
        return wrong;
    }
}
