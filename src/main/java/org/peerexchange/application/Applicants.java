package org.peerexchange.application;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.peerexchange.people.People;
import org.peerexchange.people.Person;
import org.springframework.stereotype.Component;

/** The people behind public forms, known by their mail address. */
@Component
class Applicants {

    private final People people;

    Applicants(People people) {
        this.people = people;
    }

    /**
     * The person with the address in the answers. Whoever is known already stays as they are: a public form proves nothing.
     * What it calls them is kept with the case.
     *
     * @param answers with the fields {@code email}, {@code name} and perhaps {@code username}
     * @param language that of somebody who is not known yet
     * @param zone their time zone
     */
    Person person(Map<String, Object> answers, Locale language, ZoneId zone) {
        String email = (String) answers.get("email");
        return people.withEmail(email)
                .orElseGet(() -> people.save(new Person(
                        UUID.randomUUID().toString(),
                        (String) answers.get("name"),
                        email,
                        String.valueOf(answers.getOrDefault("username", "")),
                        language,
                        zone)));
    }
}
