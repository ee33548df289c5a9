package org.peerexchange.submission.process;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Remembers, for the call that is running, which tasks' and cases' forms were accepted, so that the engine can refuse to go on
 * through any channel that went around the check.
 */
@Component
class AcceptedForms {

    private final ThreadLocal<Set<String>> accepted = ThreadLocal.withInitial(HashSet::new);

    <T> T during(String id, Supplier<T> call) {
        boolean first = accepted.get().add(id);
        try {
            return call.get();
        } finally {
            if (first) {
                accepted.get().remove(id);
            }
            if (accepted.get().isEmpty()) {
                accepted.remove();
            }
        }
    }

    boolean contains(String id) {
        return accepted.get().contains(id);
    }
}
