package org.peerexchange.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Everybody who speaks for a community. */
public interface People extends Repository<Person, String> {

    Person save(Person person);

    Optional<Person> findById(String id);

    List<Person> findByIdIn(Collection<String> ids);

    @Query("select p from Person p where lower(p.email) = lower(:email)")
    Optional<Person> withEmail(String email);

    /**
     * The person with this id.
     *
     * @throws IllegalArgumentException when there is none
     */
    default Person of(String id) {
        return findById(id).orElseThrow(() -> new IllegalArgumentException("There is no person %s.".formatted(id)));
    }
}
