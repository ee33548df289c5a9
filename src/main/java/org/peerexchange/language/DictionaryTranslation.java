package org.peerexchange.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sentences by dictionaries, of which the first that knows one holds.
 *
 * @param dictionaries in the order in which they are asked
 */
public record DictionaryTranslation(Locale language, List<Dictionary> dictionaries) implements Translation {

    @Override
    public String of(String sentence) {
        return sentence == null || dictionaries.isEmpty()
                ? sentence
                : find(sentence).orElse(sentence);
    }

    private Optional<String> find(String sentence) {
        return dictionaries.stream()
                .flatMap(dictionary -> dictionary.find(sentence, this::filled).stream())
                .findFirst();
    }

    /** What was put into a sentence may be words of the programme, such as topics, or a day. */
    private String filled(String words) {
        return InWords.asDay(words)
                .map(day -> InWords.day(day, language))
                .or(() -> find(words))
                .orElseGet(() -> Arrays.stream(words.split(", ")).map(this::of).collect(Collectors.joining(", ")));
    }
}
