package org.peerexchange.programme.process;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.peerexchange.language.Dictionary;
import org.peerexchange.language.DictionaryFile;
import org.peerexchange.language.WrongDictionary;
import org.peerexchange.people.CannotStart;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.ProgrammeFiles;
import org.peerexchange.programme.WordsToTranslate;

/** Writes what is to be translated to where it is translated; what is there already stays. */
final class WritingWords {

    private final WordsToTranslate words;
    private final List<String> languages;
    private final PrintStream out;

    /** @param languages codes, separated by commas; empty for none */
    WritingWords(WordsToTranslate words, String languages, PrintStream out) {
        this.words = words;
        this.languages = languages.isBlank() ? List.of() : List.of(languages.split(",\\s*"));
        this.out = out;
    }

    /** Of all that is part of the application, where its source is. @param processes the folder that holds one for each */
    void ofBuiltIn(ModelFiles files, Path processes) {
        Stream.concat(
                        files.programmes().values().stream().map(programme -> programme.key()),
                        Stream.of(ProgrammeFiles.SHARED))
                .forEach(key -> of(files, key, processes.resolve(key)));
    }

    /** Of one programme in its folder. */
    void of(ModelFiles files, String key, Path folder) {
        Map<String, String> sentences = words.in(files, key);
        for (String language : languages) {
            Path file = folder.resolve(ProgrammeFiles.LANGUAGES + language + ".yaml");
            try {
                Files.createDirectories(file.getParent());
                String there = Files.exists(file) ? Files.readString(file) : "";
                Dictionary dictionary = Dictionary.read(file.toString(), Locale.forLanguageTag(language), there);
                Files.writeString(file, DictionaryFile.write(dictionary, DictionaryFile.head(there), sentences));
                long lack = sentences.keySet().stream()
                        .filter(sentence -> !dictionary.has(sentence))
                        .count();
                out.println("%s: %d sentences, %d of them to be translated.".formatted(file, sentences.size(), lack));
            } catch (IOException | WrongDictionary wrong) {
                throw new CannotStart("%s: %s".formatted(file, wrong.getMessage()), wrong);
            }
        }
    }
}
