package org.peerexchange.programme;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The communities this hub knows. */
public interface Communities extends Repository<Community, String> {

    Community save(Community community);

    Optional<Community> findById(String id);

    @Query("select c from Community c where lower(c.name) = lower(:name)")
    Optional<Community> named(String name);

    List<Community> findAllByOrderByName();

    long count();
}
