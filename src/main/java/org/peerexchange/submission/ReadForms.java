package org.peerexchange.submission;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.peerexchange.programme.ProgrammeFile;

/** Forms in files, read once however many checks look at them: reading their expressions takes longer than all checks. */
final class ReadForms {

    private static final int KEPT = 200;

    /** By content, so that a file that has changed is read again. */
    private static final Map<String, Form> READ = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Form> eldest) {
            return size() > KEPT;
        }
    });

    private ReadForms() {}

    /** @throws IllegalArgumentException with a plain sentence if it is no form, as {@link Form#parse} */
    static Form of(ProgrammeFile file) {
        return READ.computeIfAbsent(file.text(), Form::parse);
    }

    /** Empty for what is no form: {@link FormsCheck} says so. */
    static Optional<Form> readable(ProgrammeFile file) {
        try {
            return Optional.of(of(file));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
