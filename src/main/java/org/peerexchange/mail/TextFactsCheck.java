package org.peerexchange.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerexchange.programme.FactCatalogue;
import org.peerexchange.programme.ModelCheck;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.ProgrammeFile;
import org.springframework.stereotype.Component;

/** Every fact that a text names can be known: a misspelt one would leave a gap in every mail, and a condition on it never hold. */
@Component
public class TextFactsCheck implements ModelCheck {

    private static final String FACTS = "facts.";
    private static final String JUST_SENT = "justSent.";

    private final FactCatalogue catalogue;

    TextFactsCheck(FactCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<String> wrong(ModelFiles files) {
        List<String> wrong = new ArrayList<>();
        Map<String, FactCatalogue.Known> byProgramme = new LinkedHashMap<>();
        for (ProgrammeFile text : files.texts()) {
            if (files.programmesOf(text.programme()).isEmpty()) {
                continue; // what belongs to no programme is sent to nobody
            }
            FactCatalogue.Known known =
                    byProgramme.computeIfAbsent(text.programme(), programme -> catalogue.in(files, programme));
            Text.paths(text.text())
                    .forEach((line, paths) -> paths.forEach(path -> wrong(known, path)
                            .ifPresent(
                                    sentence -> wrong.add("%s, line %d: %s".formatted(text.name(), line, sentence)))));
        }
        return wrong;
    }

    private static Optional<String> wrong(FactCatalogue.Known known, String path) {
        if (path.startsWith(FACTS)) {
            return known.wrong(path.substring(FACTS.length()));
        }
        return path.startsWith(JUST_SENT) ? known.wrong(path.substring(JUST_SENT.length())) : Optional.empty();
    }
}
