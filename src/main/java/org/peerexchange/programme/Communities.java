package org.peerexchange.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The communities this hub knows. */
public interface Communities extends Repository<Community, String> {

    /** What forms call the list of communities. */
    String LIST = "communities";

    Community save(Community community);

    Optional<Community> findById(String id);

    @Query("select c from Community c where lower(c.name) = lower(:name)")
    Optional<Community> named(String name);

    List<Community> findAllByOrderByName();

    /** All of them as a list that forms offer under the name {@link #LIST}. */
    default List<Map<String, Object>> asOptions() {
        return findAllByOrderByName().stream()
                .map(community -> Map.<String, Object>of("value", community.id(), "label", community.name()))
                .toList();
    }

    /**
     * The same, and last the choice for one that this hub does not know.
     *
     * @param unknown how that choice is called
     */
    default List<Map<String, Object>> asChoice(String unknown) {
        List<Map<String, Object>> options = new ArrayList<>(asOptions());
        options.add(Map.of("value", "other", "label", unknown));
        return options;
    }

    long count();
}
