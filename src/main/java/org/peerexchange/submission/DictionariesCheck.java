package org.peerexchange.submission;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerexchange.language.Dictionary;
import org.peerexchange.people.CannotStart;
import org.peerexchange.programme.Dictionaries;
import org.peerexchange.programme.ModelCheck;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.ProgrammeFile;
import org.peerexchange.programme.ProgrammeFiles;
import org.peerexchange.programme.WordsToTranslate;
import org.springframework.stereotype.Component;

/**
 * Dictionaries can be read, and hold what participants and the public read in each language of the programme: what lacks stays
 * English, and what is no longer said is in nobody's way, so both are only mentioned.
 */
@Component
public class DictionariesCheck implements ModelCheck, WordsToTranslate {

    private static final int NAMED = 5;

    @Override
    public List<String> wrong(ModelFiles files) {
        List<String> wrong = new ArrayList<>();
        for (ProgrammeFile file : files.dictionaries()) {
            try {
                Dictionaries.read(file);
            } catch (CannotStart unreadable) {
                wrong.add(unreadable.getMessage());
            }
        }
        return wrong;
    }

    @Override
    public List<String> doubtful(ModelFiles files) {
        List<String> doubtful = new ArrayList<>();
        for (Programme programme : files.programmes().values()) {
            if (programme.languages().size() > 1) {
                doubtful.addAll(ParticipantWords.in(files, programme.key()).lost());
            }
            for (String language : programme.languages()) {
                List<String> lack = lacking(files, programme.key(), language);
                if (!lack.isEmpty()) {
                    doubtful.add(
                            "%s: %d sentences have no translation in languages/%s.yaml and stay English: %s. \"--words=%s\" writes them there."
                                    .formatted(programme.key(), lack.size(), language, some(lack), language));
                }
            }
        }
        doubtful.addAll(superfluous(files));
        return doubtful;
    }

    /** What a programme says that is in neither its own dictionary of the language nor in the shared one. */
    static List<String> lacking(ModelFiles files, String folder, String language) {
        if (Locale.ENGLISH.toLanguageTag().equals(language)) {
            return List.of();
        }
        List<Dictionary> known = Stream.of(folder, ProgrammeFiles.SHARED)
                .distinct()
                .flatMap(one -> dictionaries(files, one, language))
                .toList();
        return ParticipantWords.in(files, folder).sentences().keySet().stream()
                .filter(sentence -> known.stream().noneMatch(dictionary -> dictionary.has(sentence)))
                .toList();
    }

    private static Stream<Dictionary> dictionaries(ModelFiles files, String folder, String language) {
        return files.dictionaries().stream()
                .filter(file -> file.programme().equals(folder)
                        && ProgrammeFiles.language(file).orElseThrow().equals(Locale.forLanguageTag(language)))
                .map(Dictionaries::read);
    }

    /** What stands in a dictionary and is not said any more, or is said differently. */
    private static List<String> superfluous(ModelFiles files) {
        List<String> superfluous = new ArrayList<>();
        for (ProgrammeFile file : files.dictionaries()) {
            Set<String> said = new LinkedHashSet<>();
            (file.programme().equals(ProgrammeFiles.SHARED)
                            ? ParticipantWords.folders(files).stream()
                            : Stream.of(file.programme(), ProgrammeFiles.SHARED))
                    .forEach(folder -> said.addAll(
                            ParticipantWords.in(files, folder).sentences().keySet()));
            List<String> gone = Dictionaries.read(file).sentences().stream()
                    .filter(sentence -> !said.contains(sentence))
                    .toList();
            if (!gone.isEmpty()) {
                superfluous.add("%s: %d sentences are no longer said anywhere: %s."
                        .formatted(file.name(), gone.size(), some(gone)));
            }
        }
        return superfluous;
    }

    private static String some(List<String> sentences) {
        String named = sentences.stream().limit(NAMED).map("\"%s\""::formatted).collect(Collectors.joining(", "));
        return sentences.size() > NAMED ? named + ", and others" : named;
    }

    @Override
    public Map<String, String> in(ModelFiles files, String folder) {
        return ParticipantWords.in(files, folder).sentences();
    }
}
