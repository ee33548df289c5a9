package org.peerexchange.impact;

import java.util.ArrayList;
import java.util.List;
import org.peerexchange.programme.FactCatalogue;
import org.peerexchange.programme.ModelCheck;
import org.peerexchange.programme.ModelFiles;
import org.springframework.stereotype.Component;

/** Every day that a programme's public page names can be known. */
@Component
public class TimelineCheck implements ModelCheck {

    private final FactCatalogue catalogue;

    TimelineCheck(FactCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<String> wrong(ModelFiles files) {
        List<String> wrong = new ArrayList<>();
        files.programmes().forEach((file, programme) -> {
            if (!programme.publicPages().timeline().isEmpty()) {
                FactCatalogue.Known known = catalogue.in(files, programme.key());
                programme.publicPages().timeline().forEach(day -> known.wrong(day.day())
                        .ifPresent(
                                sentence -> wrong.add("%s: the timeline shows \"%s\" on a day that is never known: %s"
                                        .formatted(file, day.label(), sentence))));
            }
        });
        return wrong;
    }
}
