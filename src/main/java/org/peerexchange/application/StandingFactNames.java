package org.peerexchange.application;

import java.util.Set;
import org.peerexchange.programme.Communities;
import org.peerexchange.programme.FactNames;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Programme;
import org.springframework.stereotype.Component;

/** The names of {@link StandingApplications}. */
@Component
public class StandingFactNames implements FactNames {

    @Override
    public Set<String> of(ModelFiles files, Programme programme) {
        return Set.of("applied", Communities.LIST);
    }
}
