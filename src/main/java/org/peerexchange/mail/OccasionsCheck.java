package org.peerexchange.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.ModelCheck;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Names;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.ProgrammeFile;
import org.peerexchange.submission.Field;
import org.peerexchange.submission.Form;
import org.springframework.stereotype.Component;

/** What people are invited to has a day, a time and a place that some form asks for. */
@Component
class OccasionsCheck implements ModelCheck {

    private static final String DATE = "datetime";

    @Override
    public List<String> wrong(ModelFiles files) {
        List<String> wrong = new ArrayList<>();
        files.programmes().forEach((file, programme) -> {
            List<Form> forms = forms(files, programme);
            programme.occasions().forEach((name, occasion) -> new Place(file, name, forms, wrong).check(occasion));
        });
        return wrong;
    }

    /** The forms of the programme that can be read; what cannot be is said elsewhere. */
    private static List<Form> forms(ModelFiles files, Programme programme) {
        return files.forms().stream()
                .filter(form -> form.programme().equals(programme.key()))
                .flatMap(OccasionsCheck::readable)
                .toList();
    }

    private static Stream<Form> readable(ProgrammeFile file) {
        try {
            return Stream.of(Form.parse(file.text()));
        } catch (IllegalArgumentException unreadable) {
            return Stream.empty();
        }
    }

    private record Place(String file, String name, List<Form> forms, List<String> wrong) {

        void check(Programme.Occasion occasion) {
            date("from", occasion.from());
            date("at", occasion.at());
            date("until", occasion.until());
            if (occasion.where() != null && asked(occasion.where()).isEmpty()) {
                say("where", occasion.where(), "no form asks for it");
            }
        }

        private void date(String word, String path) {
            if (path == null) {
                return;
            }
            Optional<Field> asked = asked(path);
            if (asked.isEmpty()) {
                say(word, path, "no form asks for it");
            } else if (!asked.get().type().equals(DATE)) {
                say(word, path, "its form does not ask for a date or a time there");
            }
        }

        /** What opens a cycle is said by its facts, not by its form: of these any form's answer will do. */
        private Optional<Field> asked(String path) {
            int dot = path.indexOf('.');
            String document = path.substring(0, Math.max(dot, 0));
            return forms.stream()
                    .filter(form -> document.equals(Case.CYCLE)
                            || Names.camelCase(form.id()).equals(document))
                    .flatMap(form -> form.field(path.substring(dot + 1)).stream())
                    .findFirst();
        }

        private void say(String word, String path, String what) {
            wrong.add("%s, the occasion \"%s\": \"%s\" is %s, but %s.".formatted(file, name, word, path, what));
        }
    }
}
