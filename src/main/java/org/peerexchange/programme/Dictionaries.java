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
 * share. A programme's own dictionary comes before the shared one. A programme speaks the languages that its {@code
 * programme.yaml} names; in any other it stays in its first.
 */
@Component
public class Dictionaries implements ProgrammeReader {

    /** By folder, then by language. Replaced as a whole, since pages read it while a programme is added. */
    private volatile Map<String, Map<Locale, Dictionary>> byFolder = Map.of();

    /** The languages of each programme. */
    private final Map<String, List<Locale>> languages = new ConcurrentHashMap<>();

    /** By programme, then by language: a translation is one object, so that what is made with it can be kept beside it. */
    private final Map<String, Map<Locale, Translation>> translations = new ConcurrentHashMap<>();

    /** Those of the built-in programmes; others are read as they are installed. */
    public Dictionaries() {
        read(ProgrammeFiles.builtIn());
    }

    @Override
    public final synchronized void read(ProgrammeFiles files) {
        files.ending(ProgrammeFiles.YAML)
                .forEach(file -> languages.put(
                        file.programme(),
                        Programmes.read(file.text(), file.name()).languages().stream()
                                .map(Locale::forLanguageTag)
                                .toList()));
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

    /**
     * What a programme says to who reads a language: the same object until dictionaries are read anew.
     *
     * @param programme its key, or {@link ProgrammeFiles#SHARED} for what belongs to none
     */
    public Translation of(String programme, Locale language) {
        return translations
                .computeIfAbsent(programme, key -> new ConcurrentHashMap<>())
                .computeIfAbsent(language, one -> translation(programme, one));
    }

    private Translation translation(String programme, Locale language) {
        List<Locale> spoken = languages.getOrDefault(programme, List.of(Locale.ENGLISH, language));
        return spoken.stream()
                .skip(1)
                .filter(one -> one.getLanguage().equals(language.getLanguage()))
                // In its first language it is itself what it says.
                .filter(one -> !one.getLanguage().equals(spoken.get(0).getLanguage()))
                .findFirst()
                .<Translation>map(one -> new DictionaryTranslation(one, dictionaries(programme, one)))
                .orElseGet(() -> Translation.none(spoken.get(0)));
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
