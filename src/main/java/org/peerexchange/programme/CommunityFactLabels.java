package org.peerexchange.programme;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Facts about communities are called as the programme calls their kinds. */
@Component
class CommunityFactLabels implements FactLabels {

    private static final String COMMUNITY = "community.";

    private final Programmes programmes;

    CommunityFactLabels(Programmes programmes) {
        this.programmes = programmes;
    }

    @Override
    public Optional<String> of(Case subject, String path) {
        return Optional.of(path)
                .filter(name -> name.startsWith(COMMUNITY))
                .map(name ->
                        programmes.of(subject.programme()).communityFacts().get(name.substring(COMMUNITY.length())))
                .map(Programme.FactKind::label);
    }
}
