package org.peerexchange.application;

import java.util.Set;
import org.peerexchange.programme.FactNames;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Programme;
import org.springframework.stereotype.Component;

/** The name of {@link ErasureFacts}. */
@Component
public class ErasureFactNames implements FactNames {

    @Override
    public Set<String> of(ModelFiles files, Programme programme) {
        return Set.of(ErasureFacts.NAME);
    }
}
