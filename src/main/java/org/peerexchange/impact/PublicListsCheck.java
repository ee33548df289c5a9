package org.peerexchange.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.peerexchange.programme.ModelCheck;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programme.PublicList;
import org.peerexchange.programme.Programme.PublicList.Column;
import org.peerexchange.programme.ProgrammeFile;
import org.peerexchange.submission.Field;
import org.peerexchange.submission.Form;
import org.springframework.stereotype.Component;

/** A public list names states, questions and a consent that there are, and nothing that says who somebody is. */
@Component
class PublicListsCheck implements ModelCheck {

    private static final Set<String> NO_FIELD = Set.of(Column.ROLE, Column.COMMUNITY);

    @Override
    public List<String> wrong(ModelFiles files) {
        List<String> wrong = new ArrayList<>();
        files.programmes().forEach((file, programme) -> programme
                .publicLists()
                .forEach(list -> new Place(file, list, forms(files, programme), wrong).check(programme)));
        return wrong;
    }

    /** The forms of the programme's applications that can be read; what cannot be is said elsewhere. */
    private static List<Form> forms(ModelFiles files, Programme programme) {
        Set<String> named = programme.applications().values().stream()
                .map(Programme.ApplicationKind::form)
                .collect(java.util.stream.Collectors.toSet());
        return files.forms().stream()
                .filter(form -> named.contains(form.id()))
                .flatMap(PublicListsCheck::readable)
                .toList();
    }

    private static Stream<Form> readable(ProgrammeFile file) {
        try {
            return Stream.of(Form.parse(file.text()));
        } catch (IllegalArgumentException unreadable) {
            return Stream.empty();
        }
    }

    private record Place(String file, PublicList list, List<Form> forms, List<String> wrong) {

        void check(Programme programme) {
            if (list.states().isEmpty() || list.columns().isEmpty()) {
                say("it needs \"states\" and \"columns\"");
            }
            list.states().stream()
                    .filter(state -> !programme.states().containsKey(state))
                    .forEach(state -> say("there is no state \"%s\"".formatted(state)));
            if (list.consent() != null) {
                forms.stream()
                        .filter(form -> form.field(list.consent()).isEmpty())
                        .forEach(form -> say("the form \"%s\" does not ask for the consent \"%s\""
                                .formatted(form.id(), list.consent())));
            }
            list.columns().stream()
                    .map(Column::shows)
                    .filter(shown -> !NO_FIELD.contains(shown))
                    .forEach(this::column);
        }

        private void column(String shown) {
            List<Field> asked =
                    forms.stream().flatMap(form -> form.field(shown).stream()).toList();
            if (asked.isEmpty()) {
                say("no form of an application asks \"%s\"".formatted(shown));
            }
            if (asked.stream()
                    .anyMatch(field -> "true".equals(field.properties().get("personal")))) {
                say("\"%s\" is personal and cannot be published".formatted(shown));
            }
        }

        private void say(String what) {
            wrong.add("%s, the public list \"%s\": %s.".formatted(file, list.key(), what));
        }
    }
}
