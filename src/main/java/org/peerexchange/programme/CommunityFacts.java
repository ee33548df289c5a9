package org.peerexchange.programme;

import java.util.List;
import org.springframework.data.repository.Repository;

/** What staff know about communities, by date. */
public interface CommunityFacts extends Repository<CommunityFact, Long> {

    CommunityFact save(CommunityFact fact);

    List<CommunityFact> findByCommunityIdOrderBySinceDescIdDesc(String communityId);
}
