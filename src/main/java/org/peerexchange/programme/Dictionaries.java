package org.peerexchange.programme;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.peerexchange.language.Dictionary;
import org.peerexchange.language.DictionaryTranslation;
import org.peerexchange.language.Translation;
import org.peerexchange.language.WrongDictionary;
import org.peerexchange.people.CannotStart;
import org.springframework.stereotype.Component;

/**
 * What programmes say in other languages than English: {@code languages/<language>.yaml} in the folder of each, and of what they
 * share. A programme's own dictionary comes before the shared one.
 */
@Component
public class Dictionaries implements ProgrammeReader {

    /** By folder, then by language. Replaced as a whole, since pages read it while a programme is added. */
    private volatile Map<String, Map<Locale, Dictionary>> byFolder = Map.of();

    /** By programme, then by language: a translation is one object, so that what is made with it can be kept beside it. */
    private final Map<String, Map<Locale, Translation>> translations = new ConcurrentHashMap<>();

    Dictionaries() {
        read(ProgrammeFiles.builtIn());
    }

    @Override
    public final synchronized void read(ProgrammeFiles files) {
        Map<String, Map<Locale, Dictionary>> all = new HashMap<>(byFolder);
        files.all().stream().map(ProgrammeFile::programme).distinct().forEach(all::remove);
        for (ProgrammeFile file : files.dictionaries()) {
            all.computeIfAbsent(file.programme(), folder -> new HashMap<>())
                    .put(ProgrammeFiles.language(file).orElseThrow(), read(file));
        }
        byFolder = all;
        translations.clear();
    }

    /**
     * Reads one dictionary.
     *
     * @throws CannotStart when it cannot be used, naming file and line
     */
    public static Dictionary read(ProgrammeFile file) {
        try {
            return Dictionary.read(file.name(), ProgrammeFiles.language(file).orElseThrow(), file.text());
        } catch (WrongDictionary wrong) {
            throw new CannotStart(wrong.getMessage(), wrong);
        }
    }

    /** What a programme says in a language: the same object until dictionaries are read anew. */
    public Translation of(String programme, Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? Translation.ENGLISH
                : translations
                        .computeIfAbsent(programme, key -> new ConcurrentHashMap<>())
                        .computeIfAbsent(language, one -> new DictionaryTranslation(one, dictionaries(programme, one)));
    }

    private List<Dictionary> dictionaries(String programme, Locale language) {
        return Stream.of(programme, ProgrammeFiles.SHARED)
                .map(folder -> byFolder.getOrDefault(folder, Map.of()))
                .flatMap(inFolder ->
                        Stream.of(inFolder.get(language), inFolder.get(Locale.forLanguageTag(language.getLanguage()))))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
