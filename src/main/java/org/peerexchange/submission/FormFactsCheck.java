package org.peerexchange.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.peerexchange.programme.FactCatalogue;
import org.peerexchange.programme.ModelCheck;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.ProgrammeFile;
import org.springframework.stereotype.Component;

/**
 * Every fact that a form shows, compares or fills in can be known: a misspelt one would leave a gap in the form, and a condition
 * on it never change. A name without a dot is not looked at: it may as well be a column of the rows that an expression goes through.
 */
@Component
public class FormFactsCheck implements ModelCheck {

    /** What a form that opens a cycle gets beside the facts: the programme's usual days. */
    private static final String DEFAULTS = "defaults";

    private final FactCatalogue catalogue;

    FormFactsCheck(FactCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<String> wrong(ModelFiles files) {
        List<String> wrong = new ArrayList<>();
        Map<String, FactCatalogue.Known> byProgramme = new LinkedHashMap<>();
        for (ProgrammeFile file : files.forms()) {
            if (files.programmesOf(file.programme()).isEmpty()) {
                continue; // what belongs to no programme is asked of nobody
            }
            FactCatalogue.Known known =
                    byProgramme.computeIfAbsent(file.programme(), programme -> catalogue.in(files, programme));
            ReadForms.readable(file).stream()
                    .flatMap(FormFactsCheck::facts)
                    .distinct()
                    .flatMap(path -> known.wrong(path).stream())
                    .forEach(sentence -> wrong.add("%s: %s".formatted(file.name(), sentence)));
        }
        return wrong;
    }

    private static Stream<String> facts(Form form) {
        Stream<String> prefilled = form.fields().stream()
                .map(field -> field.properties().get("prefill"))
                .filter(prefill -> prefill != null && !prefill.equals("none"))
                .flatMap(prefill -> Stream.of(prefill.split(",\\s*")));
        return Stream.concat(form.readPaths().stream(), prefilled)
                .filter(path -> path.contains(".") && !Reads.first(path).equals(DEFAULTS));
    }
}
