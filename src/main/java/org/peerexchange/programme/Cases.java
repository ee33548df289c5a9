package org.peerexchange.programme;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All cases. */
public interface Cases extends Repository<Case, String> {

    Case save(Case opened);

    /** By its number; what a transaction has read already is not asked for again. */
    Optional<Case> findById(String number);

    /** The case, locked until the transaction ends: whoever counts and whoever changes take turns. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Case c where c.number = :number")
    Optional<Case> lock(String number);

    /** These cases, those opened last first. */
    List<Case> findByNumberInOrderByOpenedAtDescNumberDesc(Collection<String> numbers);

    List<Case> findByKindOrderByNumber(String kind);

    List<Case> findByProgrammeAndKindOrderByNumber(String programme, String kind);

    /** The cases in a cycle that have not ended. */
    List<Case> findByCycleAndClosedAtIsNull(String cycle);

    List<Case> findByCycleAndKindOrderByNumber(String cycle, String kind);

    List<Case> findByProgrammeAndKindAndStateIn(String programme, String kind, Collection<String> states);

    List<Case> findByCycleAndKindAndStateInOrderByNumber(String cycle, String kind, Collection<String> states);

    /**
     * The case with this number.
     *
     * @throws IllegalArgumentException when there is none
     */
    default Case of(String number) {
        return findById(number)
                .orElseThrow(() -> new IllegalArgumentException("There is no case %s.".formatted(number)));
    }
}
