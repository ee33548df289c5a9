package org.peerexchange.impact;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.peerexchange.programme.FactNames;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Names;
import org.peerexchange.programme.Programme;
import org.springframework.stereotype.Component;

/** The names of {@link ImpactFacts}, and of what only the text of a report can name: {@link CountedFacts}. */
@Component
public class ReportFactNames implements FactNames {

    @Override
    public Set<String> of(ModelFiles files, Programme programme) {
        Set<String> names = new TreeSet<>(Set.of(
                "impactDraft.version",
                "impactDraft.summary",
                "impactDraft.report",
                "impactReport.address",
                "impactReport.publishedOn",
                "counted.agreed",
                "counted.lines"));
        programme.numbers().keySet().forEach(kind -> {
            names.add("counted.%s.all".formatted(kind));
            names.add("listed." + kind);
        });
        files.tables().stream()
                .filter(table -> table.outputs().contains("outcome"))
                .forEach(table -> names.add("counted.decided.%s.*".formatted(Names.camelCase(table.id()))));
        files.tables().stream()
                .filter(table -> table.outputs().containsAll(List.of(Telling.NAME, Telling.VALUE)))
                .flatMap(table -> table.rows().stream())
                .map(row -> row.text(Telling.NAME))
                .forEach(told -> List.of("told", "total", "different").forEach(how -> names.add(how + "." + told)));
        return names;
    }
}
