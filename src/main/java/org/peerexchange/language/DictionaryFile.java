package org.peerexchange.language;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes dictionaries for those who translate: what lacks a translation stands at its place with an empty one. */
public final class DictionaryFile {

    /** A key in YAML may not be longer unless it is marked as one. */
    private static final int LONGEST_PLAIN_KEY = 1000;

    private static final String NOT_SAID = "no longer said anywhere";

    private DictionaryFile() {}

    /**
     * A dictionary with every sentence there is.
     *
     * @param there what it holds already; its translations are kept, also those of what is no longer said, at its end
     * @param head the comment it begins with; empty for none
     * @param sentences where each sentence stands, by sentence in the order of the files
     */
    public static String write(Dictionary there, String head, Map<String, String> sentences) {
        StringBuilder yaml = new StringBuilder(head);
        Map<String, String> all = new LinkedHashMap<>(sentences);
        there.sentences().stream()
                .filter(sentence -> !there.entry(sentence).isBlank())
                .forEach(sentence -> all.putIfAbsent(sentence, NOT_SAID));
        String file = null;
        for (Map.Entry<String, String> sentence : all.entrySet()) {
            if (!Objects.equals(file, sentence.getValue())) {
                file = sentence.getValue();
                yaml.append(yaml.isEmpty() ? "" : "\n")
                        .append("# ")
                        .append(file)
                        .append("\n");
            }
            String key = quoted(sentence.getKey());
            yaml.append(key.length() > LONGEST_PLAIN_KEY ? "? " + key + "\n" : key)
                    .append(": ")
                    .append(quoted(there.entry(sentence.getKey())))
                    .append("\n");
        }
        return yaml.toString();
    }

    /** The comment at the beginning of a dictionary, up to its first empty line: it is about the whole. */
    public static String head(String yaml) {
        int end = yaml.indexOf("\n\n");
        String first = end < 0 ? "" : yaml.substring(0, end);
        return first.lines().allMatch(line -> line.startsWith("#")) && !first.isEmpty()
                ? first.lines().collect(Collectors.joining("\n")) + "\n"
                : "";
    }

    private static String quoted(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + "\"";
    }
}
