package org.peerexchange.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.peerexchange.programme.FactCatalogue;
import org.peerexchange.programme.ModelCheck;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Programme;
import org.peerexchange.submission.Form;
import org.springframework.stereotype.Component;

/** Who asks beforehand whether they may apply gets an answer: each question stands for a fact, each outcome has words. */
@Component
public class SelfChecksCheck implements ModelCheck {

    private final FactCatalogue catalogue;

    SelfChecksCheck(FactCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<String> wrong(ModelFiles files) {
        List<String> wrong = new ArrayList<>();
        files.programmes().forEach((file, programme) -> programme.applications().values().stream()
                .filter(kind -> kind.check() != null)
                .forEach(kind -> {
                    questions(files, programme, kind.check(), wrong);
                    outcomes(files, file, kind, wrong);
                }));
        return wrong;
    }

    private void questions(ModelFiles files, Programme programme, Programme.SelfCheck check, List<String> wrong) {
        FactCatalogue.Known known = catalogue.in(files, programme.key());
        files.forms().stream()
                .filter(form -> form.programme().equals(programme.key()))
                .forEach(file -> read(file.text())
                        .filter(form -> form.id().equals(check.form()))
                        .ifPresent(form -> form.fields().forEach(field -> {
                            String fact = field.properties().get(SelfChecking.FACT);
                            Optional<String> problem = fact == null
                                    ? Optional.of("it stands for no fact; name one in its custom property \"fact\".")
                                    : known.wrong(fact);
                            problem.ifPresent(
                                    sentence -> wrong.add("%s, %s: %s".formatted(file.name(), field.key(), sentence)));
                        })));
    }

    private static void outcomes(ModelFiles files, String file, Programme.ApplicationKind kind, List<String> wrong) {
        Optional<ModelFiles.Table> table = files.tables().stream()
                .filter(one -> one.id().equals(kind.check().table()))
                .findFirst();
        if (table.isEmpty()) {
            wrong.add("%s: the check of the role \"%s\" asks the table \"%s\", but there is none."
                    .formatted(file, kind.role(), kind.check().table()));
            return;
        }
        Set<String> outcomes =
                table.get().rows().stream().map(row -> row.text("outcome")).collect(Collectors.toSet());
        outcomes.stream()
                .filter(outcome -> !kind.check().says().containsKey(outcome))
                .sorted()
                .forEach(outcome ->
                        wrong.add("%s: the check of the role \"%s\" has no words for \"%s\"; add them to \"says\"."
                                .formatted(file, kind.role(), outcome)));
    }

    /** Empty for what is no form, which is said elsewhere. */
    private static Optional<Form> read(String json) {
        try {
            return Optional.of(Form.parse(json));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
