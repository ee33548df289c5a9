package org.peerexchange.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerexchange.programme.ModelCheck;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Tag;
import org.springframework.stereotype.Component;

/**
 * The table of a report says what the step that drafts it looks for, and the report's text names nothing that the table never
 * tells: a slip of the pen would leave a hole in the report that nobody sees.
 */
@Component
class ReportTablesCheck implements ModelCheck {

    private static final String STEP = "draftReport";
    private static final Pattern TOLD = Pattern.compile("\\.(?:told|total|different)\\.(\\w+)");

    @Override
    public List<String> wrong(ModelFiles files) {
        List<String> wrong = new ArrayList<>();
        for (ModelFiles.Process process : files.processes()) {
            for (Tag node : process.nodes()) {
                if (ModelFiles.Process.step(node).equals(STEP)) {
                    files.tables().stream()
                            .filter(table -> table.id().equals(node.inputs().get("table")))
                            .forEach(table -> table(table, wrong));
                    text(files, process, node, wrong);
                }
            }
        }
        return wrong;
    }

    private static void table(ModelFiles.Table table, List<String> wrong) {
        Consumer<String> say = what -> wrong.add("%s: %s.".formatted(table.file(), what));
        Stream.of(Telling.NAME, Telling.VALUE)
                .filter(output -> !table.outputs().contains(output))
                .forEach(output -> say.accept("a table of a report needs the output \"%s\"".formatted(output)));
        for (ModelFiles.Row row : table.rows()) {
            if (row.text(Telling.NAME).isEmpty()) {
                say.accept("row %d: it tells something without a name".formatted(row.number()));
            }
            String as = row.text(Telling.AS);
            if (!as.isEmpty() && !As.names().contains(as)) {
                say.accept("row %d: nothing can be shown as \"%s\"; there is %s"
                        .formatted(row.number(), as, String.join(", ", As.names())));
            }
        }
    }

    private static void text(ModelFiles files, ModelFiles.Process process, Tag node, List<String> wrong) {
        Set<String> told = files.tables().stream()
                .filter(table -> table.id().equals(node.inputs().get("table")))
                .flatMap(table -> table.rows().stream())
                .map(row -> row.text(Telling.NAME))
                .collect(Collectors.toCollection(TreeSet::new));
        files.texts().stream()
                .filter(text -> text.programme().equals(process.programme()))
                .filter(text -> text.id().equals(node.inputs().get("text")))
                .forEach(text -> TOLD.matcher(text.text())
                        .results()
                        .map(name -> name.group(1))
                        .distinct()
                        .filter(name -> !told.contains(name))
                        .forEach(name -> wrong.add("%s: no table tells \"%s\"%s."
                                .formatted(
                                        text.name(),
                                        name,
                                        told.isEmpty()
                                                ? "; %s names none".formatted(node.id())
                                                : "; there is " + String.join(", ", told)))));
    }
}
