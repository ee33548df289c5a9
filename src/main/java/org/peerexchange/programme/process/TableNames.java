package org.peerexchange.programme.process;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Text;

/**
 * The facts a table names.
 *
 * @param all the paths that stand anywhere in it, outside of the texts in its cells: all that it can read
 * @param inputs the plain paths among its inputs, such as {@code community.gsf}
 */
record TableNames(Set<List<String>> all, List<String> inputs) {

    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-zA-Z_]\\w*+(?:\\.[a-zA-Z_]\\w*+)*+(?!\\s*\\()");
    private static final Pattern PATH = Pattern.compile("[a-zA-Z]\\w*(?:\\.[a-zA-Z]\\w*)*");

    static TableNames of(DmnModelInstance model) {
        return new TableNames(everywhere(model), inputPaths(model));
    }

    /** Names of functions are among them, and are no harm: no fact is called like one. */
    private static Set<List<String>> everywhere(DmnModelInstance model) {
        Set<List<String>> names = new LinkedHashSet<>();
        for (Text cell : model.getModelElementsByType(Text.class)) {
            String feel = TEXT.matcher(cell.getTextContent()).replaceAll(" ");
            NAME.matcher(feel)
                    .results()
                    .forEach(name -> names.add(List.of(name.group().split("\\."))));
        }
        return names;
    }

    /** An input that computes something decides for itself what to do without a fact. */
    private static List<String> inputPaths(DmnModelInstance model) {
        Set<String> paths = new LinkedHashSet<>();
        for (Input input : model.getModelElementsByType(DecisionTable.class)
                .iterator()
                .next()
                .getInputs()) {
            Matcher path = PATH.matcher(
                    input.getInputExpression().getText().getTextContent().strip());
            if (path.matches()) {
                paths.add(path.group());
            }
        }
        return List.copyOf(paths);
    }
}
