package org.peerexchange.submission;

import java.util.Optional;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.FactLabels;
import org.peerexchange.programme.Names;
import org.springframework.stereotype.Component;

/** Answers are called as their form calls the field. */
@Component
class AnswerLabels implements FactLabels {

    private final Submissions submissions;
    private final SentForms forms;

    AnswerLabels(Submissions submissions, SentForms forms) {
        this.submissions = submissions;
        this.forms = forms;
    }

    @Override
    public Optional<String> of(Case subject, String path) {
        return submissions.current(subject.number()).stream()
                .filter(sent -> path.startsWith(Names.camelCase(sent.document()) + "."))
                .flatMap(sent ->
                        forms
                                .of(sent.document(), sent.formVersion())
                                .field(path.substring(path.indexOf('.') + 1))
                                .stream())
                .map(Field::label)
                .findFirst();
    }
}
