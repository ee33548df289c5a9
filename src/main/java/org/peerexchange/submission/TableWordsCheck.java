package org.peerexchange.submission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerexchange.programme.CommunityKnowledge;
import org.peerexchange.programme.ModelCheck;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Names;
import org.peerexchange.programme.Programme;
import org.springframework.stereotype.Component;

/**
 * What tables ask about communities is something staff keep about them, and what they compare an answer with is one that its form
 * offers: a slip of the pen would make a rule that never fires, or an application that waits for a fact nobody can enter.
 */
@Component
public class TableWordsCheck implements ModelCheck {

    private static final Pattern COMMUNITY = Pattern.compile("(?<!\\w)community\\.(\\w+)");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern TYPE = Pattern.compile("(?:\\w+\\.)?community\\.type");
    private static final Pattern ANSWER = Pattern.compile("(\\w+)\\.(\\w+)");
    private static final Pattern JUST_TEXTS =
            Pattern.compile("(?:not\\()?\\s*\"[^\"]*\"(?:\\s*,\\s*\"[^\"]*\")*\\s*\\)?");

    @Override
    public List<String> wrong(ModelFiles files) {
        List<String> wrong = new ArrayList<>();
        Map<String, Form> forms = files.forms().stream()
                .flatMap(file -> ReadForms.readable(file).stream())
                .collect(Collectors.toMap(form -> Names.camelCase(form.id()), form -> form, (one, same) -> one));
        Set<String> known = Stream.concat(
                        CommunityKnowledge.OF_EVERY_COMMUNITY.stream(),
                        files.programmes().values().stream()
                                .flatMap(programme -> programme.communityFacts().keySet().stream()))
                .collect(Collectors.toSet());
        for (ModelFiles.Table table : files.tables()) {
            asksOfCommunities(table, known, wrong);
            for (int column = 0; column < table.inputs().size(); column++) {
                String input = table.inputs().get(column);
                Set<String> offered = offered(input, forms, files.programmes().values());
                if (!offered.isEmpty()) {
                    compares(table, column, offered, wrong);
                }
            }
        }
        return wrong;
    }

    private static void asksOfCommunities(ModelFiles.Table table, Set<String> known, List<String> wrong) {
        for (String input : table.inputs()) {
            COMMUNITY
                    .matcher(TEXT.matcher(input).replaceAll("\"\""))
                    .results()
                    .filter(path -> !known.contains(path.group(1)))
                    .forEach(path -> wrong.add(
                            "%s, the column \"%s\": nothing called \"%s\" is kept about communities; there is %s."
                                    .formatted(
                                            table.file(),
                                            input,
                                            path.group(1),
                                            known.stream().sorted().collect(Collectors.joining(", ")))));
        }
    }

    private static void compares(ModelFiles.Table table, int column, Set<String> offered, List<String> wrong) {
        for (ModelFiles.Row row : table.rows()) {
            String cell = row.conditions().get(column);
            if (JUST_TEXTS.matcher(cell).matches()) {
                TEXT.matcher(cell)
                        .results()
                        .map(text -> text.group(1))
                        .filter(text -> !offered.contains(text))
                        .forEach(text -> wrong.add("%s, row %d: %s is never \"%s\"; it is one of %s."
                                .formatted(
                                        table.file(),
                                        row.number(),
                                        table.inputs().get(column),
                                        text,
                                        offered.stream().sorted().collect(Collectors.joining(", ")))));
            }
        }
    }

    /** The codes that what a column reads can have; none when it can be anything. */
    private static Set<String> offered(String input, Map<String, Form> forms, Collection<Programme> programmes) {
        if (TYPE.matcher(input).matches()) {
            return list("communityTypes", programmes);
        }
        var answer = ANSWER.matcher(input);
        if (!answer.matches() || !forms.containsKey(answer.group(1))) {
            return Set.of();
        }
        return Form.flatten(forms.get(answer.group(1)).components())
                .filter(field -> field.kind().isOneChoice() && field.path().equals(List.of(answer.group(2))))
                .findFirst()
                .map(field -> Choices.codes(field, name -> list(name, programmes)))
                .orElse(Set.of());
    }

    private static Set<String> list(String name, Collection<Programme> programmes) {
        return programmes.stream()
                .flatMap(programme -> programme.lists().getOrDefault(name, List.of()).stream())
                .map(Programme.Option::value)
                .collect(Collectors.toSet());
    }
}
