package org.peerexchange.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Sentences by dictionaries, of which the first that knows one holds.
 *
 * @param language of the translations
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

    /**
     * What was put into a sentence may be a day, an amount of money, or words of the programme, such as several topics. Anything else
     * may be what somebody wrote: it stays.
     */
    private String filled(String words) {
        return InWords.asDay(words)
                .map(day -> InWords.day(day, language))
                .or(() -> InWords.asAmount(words, language))
                .or(() -> entry(words))
                .or(() -> entries(words.split(", ")))
                .orElse(words);
    }

    private Optional<String> entry(String words) {
        return dictionaries.stream()
                .filter(dictionary -> dictionary.has(words))
                .findFirst()
                .map(dictionary -> dictionary.entry(words));
    }

    private Optional<String> entries(String[] several) {
        List<String> known =
                Arrays.stream(several).flatMap(one -> entry(one).stream()).toList();
        // Of commas alone nothing is left.
        return several.length > 0 && known.size() == several.length
                ? Optional.of(String.join(", ", known))
                : Optional.empty();
    }
}
