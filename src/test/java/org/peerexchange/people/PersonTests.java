package org.peerexchange.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is kept of a person. */
class PersonTests {

    @Test
    void aUserNameIsKeptWithoutWhatStandsBeforeItInTheTitleOfItsPage() {
        Person oksana = new Person("1", "Oksana", "o@example.org", "user:Oksana_H", Locale.ENGLISH, ZoneOffset.UTC);
        assertThat(oksana.username()).isEqualTo("Oksana_H");

        oksana.correct("Oksana", "User: Oksana_K", Locale.ENGLISH, ZoneOffset.UTC);
        assertThat(oksana.username()).isEqualTo("Oksana_K");
    }
}
