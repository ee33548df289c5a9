package org.peerexchange.programme.process;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Text;

/**
 * What stands in a table.
 *
 * @param names the paths of facts that stand anywhere in it, outside of the texts in its cells: all that it can read
 * @param inputs the plain paths among its inputs, such as {@code community.gsf}
 * @param says the outputs of each rule, by output name, that are plain texts: what it can say whatever it is asked
 */
record TableContent(Set<List<String>> names, List<String> inputs, List<Map<String, String>> says) {

    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern PLAIN_TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-zA-Z_]\\w*+(?:\\.[a-zA-Z_]\\w*+)*+(?!\\s*\\()");
    private static final Pattern PATH = Pattern.compile("[a-zA-Z]\\w*(?:\\.[a-zA-Z]\\w*)*");

    static TableContent of(DmnModelInstance model) {
        return new TableContent(everywhere(model), inputPaths(table(model)), says(table(model)));
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
    private static List<String> inputPaths(DecisionTable table) {
        Set<String> paths = new LinkedHashSet<>();
        for (Input input : table.getInputs()) {
            Matcher path = PATH.matcher(
                    input.getInputExpression().getText().getTextContent().strip());
            if (path.matches()) {
                paths.add(path.group());
            }
        }
        return List.copyOf(paths);
    }

    private static List<Map<String, String>> says(DecisionTable table) {
        List<Output> outputs = List.copyOf(table.getOutputs());
        return table.getRules().stream()
                .map(rule -> says(outputs, List.copyOf(rule.getOutputEntries())))
                .toList();
    }

    private static Map<String, String> says(List<Output> outputs, List<OutputEntry> said) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int column = 0; column < outputs.size(); column++) {
            Matcher text = PLAIN_TEXT.matcher(said.get(column).getTextContent().strip());
            if (text.matches()) {
                texts.put(outputs.get(column).getName(), text.group(1));
            }
        }
        return texts;
    }

    private static DecisionTable table(DmnModelInstance model) {
        return model.getModelElementsByType(DecisionTable.class).iterator().next();
    }
}
