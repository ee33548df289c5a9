package org.peerexchange.language;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Sentences in one language by their English words, read from YAML. A sentence that is put together from parts stands there with
 * numbered holes, {@code You gave {0} days}; its translation is then an ICU message with the same holes. Any other translation is
 * taken as it stands.
 */
public final class Dictionary {

    private static final Pattern HOLE = Pattern.compile("\\{(\\d+)}");

    /** What a form fills in: {@code {{mentee.community.name}}}. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^}]*}}");

    private final Locale language;
    private final Map<String, String> entries = new LinkedHashMap<>();
    private final List<Sentence> withHoles = new ArrayList<>();

    /** A sentence with holes, as it is recognised and as it is said. */
    private record Sentence(Pattern said, int letters, List<Integer> holes, Message message) {}

    private Dictionary(Locale language) {
        this.language = language;
    }

    /**
     * Reads a dictionary.
     *
     * @param file what sentences about it call it
     * @param language that of the translations
     * @param yaml its content: a map from English sentences to their translations; an empty translation is one still to be written
     * @throws WrongDictionary with file and line when it cannot be read, has a sentence twice, or a translation lacks what the
     *     sentence fills in
     */
    public static Dictionary read(String file, Locale language, String yaml) {
        Dictionary dictionary = new Dictionary(language);
        for (NodeTuple entry : tuples(file, yaml)) {
            int line = entry.getKeyNode().getStartMark().getLine() + 1;
            String sentence = text(file, entry.getKeyNode());
            String translation = text(file, entry.getValueNode());
            if (dictionary.entries.put(sentence, translation) != null) {
                throw new WrongDictionary(file, line, "\"%s\" stands there twice.".formatted(sentence));
            }
            if (!translation.isBlank()) {
                try {
                    dictionary.take(sentence, translation);
                } catch (IllegalArgumentException wrong) {
                    throw new WrongDictionary(file, line, wrong.getMessage());
                }
            }
        }
        dictionary.withHoles.sort(Comparator.comparingInt(Sentence::letters).reversed());
        return dictionary;
    }

    private static List<NodeTuple> tuples(String file, String yaml) {
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
            if (root == null) {
                return List.of();
            }
            if (!(root instanceof MappingNode map)) {
                throw new WrongDictionary(file, 1, "a dictionary is a list of \"English sentence\": \"translation\".");
            }
            return map.getValue();
        } catch (MarkedYAMLException unreadable) {
            int line = unreadable.getProblemMark() == null
                    ? 1
                    : unreadable.getProblemMark().getLine() + 1;
            throw new WrongDictionary(file, line, "it cannot be read: %s.".formatted(unreadable.getProblem()));
        }
    }

    private static String text(String file, Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
        }
        throw new WrongDictionary(
                file,
                node.getStartMark().getLine() + 1,
                "a sentence and its translation are texts; write both between quotation marks.");
    }

    private void take(String sentence, String translation) {
        if (!placeholders(sentence).equals(placeholders(translation))) {
            throw new IllegalArgumentException("the translation of \"%s\" is to fill in %s, as the sentence does."
                    .formatted(sentence, String.join(", ", placeholders(sentence))));
        }
        // A page that shows tags shows no translation with others.
        if (!Sentences.tags(sentence).equals(Sentences.tags(translation))) {
            throw new IllegalArgumentException("the translation of \"%s\" is to have %s, in this order."
                    .formatted(sentence, tagsInWords(sentence)));
        }
        List<Integer> holes = HOLE.matcher(sentence)
                .results()
                .map(hole -> Integer.valueOf(hole.group(1)))
                .toList();
        if (holes.isEmpty()) {
            return;
        }
        if (HOLE.matcher(sentence).replaceAll("").isBlank()) {
            throw new IllegalArgumentException("\"%s\" is no sentence: anything would be one.".formatted(sentence));
        }
        Message message = Message.of(translation, language);
        if (!message.holes().equals(new HashSet<>(holes))) {
            throw new IllegalArgumentException(
                    "the translation of \"%s\" is to have the same holes.".formatted(sentence));
        }
        withHoles.add(new Sentence(
                recognised(sentence), HOLE.matcher(sentence).replaceAll("").length(), holes, message));
    }

    private static String tagsInWords(String sentence) {
        List<String> tags = Sentences.tags(sentence);
        return tags.isEmpty() ? "no tags" : "the tags " + String.join(" ", tags);
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static Pattern recognised(String sentence) {
        StringBuilder pattern = new StringBuilder();
        Matcher hole = HOLE.matcher(sentence);
        int begin = 0;
        while (hole.find()) {
            pattern.append(Pattern.quote(sentence.substring(begin, hole.start())))
                    .append("(.*?)");
            begin = hole.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(sentence.substring(begin))).toString(), Pattern.DOTALL);
    }

    /** The sentences, translated or not, in their order. */
    public Set<String> sentences() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** Whether a sentence has a translation. */
    public boolean has(String sentence) {
        return !entries.getOrDefault(sentence, "").isBlank();
    }

    /** What is written beside a sentence; empty for nothing yet. */
    public String entry(String sentence) {
        return entries.getOrDefault(sentence, "");
    }

    /**
     * The translation of what was said; empty when none is known, nor one whose holes can take what was filled in.
     *
     * @param said a sentence as a reader would get it in English
     * @param filled turns what stands in a hole into the language
     */
    Optional<String> find(String said, UnaryOperator<String> filled) {
        if (has(said)) {
            return Optional.of(entries.get(said));
        }
        for (Sentence sentence : withHoles) {
            Matcher match = sentence.said().matcher(said);
            if (match.matches()) {
                Object[] words = new String[Collections.max(sentence.holes()) + 1];
                for (int group = 0; group < sentence.holes().size(); group++) {
                    words[sentence.holes().get(group)] = filled.apply(match.group(group + 1));
                }
                if (sentence.message().fits(words)) {
                    return Optional.of(sentence.message().with(words));
                }
            }
        }
        return Optional.empty();
    }
}
