package org.peerexchange.programme;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Who takes part in which case. */
public interface Parties extends Repository<Party, Party.Key> {

    Party save(Party party);

    List<Party> findByCaseNumberOrderBySide(String caseNumber);

    List<Party> findByCaseNumberIn(Collection<String> caseNumbers);

    Optional<Party> findByCaseNumberAndSide(String caseNumber, String side);

    List<Party> findByCaseNumberInOrderBySide(Collection<String> caseNumbers);

    /** Everybody's sides in the cases that a person has a side in. */
    @Query(
            """
            select p from Party p where p.caseNumber in
            (select own.caseNumber from Party own where own.personId = :personId)
            order by p.side""")
    List<Party> inCasesOf(String personId);

    List<Party> findByCaseNumberInAndSide(Collection<String> caseNumbers, String side);

    List<Party> findByPersonId(String personId);

    List<Party> findByPersonIdIn(Collection<String> personIds);

    List<Party> findByCommunityId(String communityId);

    /** The parties that came from an application. */
    List<Party> findByApplicationOrderByCaseNumber(String application);

    /**
     * The party on this side of a case.
     *
     * @throws IllegalArgumentException when the case has no such side
     */
    default Party of(String caseNumber, String side) {
        return findByCaseNumberAndSide(caseNumber, side)
                .orElseThrow(() ->
                        new IllegalArgumentException("%s has nobody on the side \"%s\".".formatted(caseNumber, side)));
    }
}
