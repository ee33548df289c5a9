package org.peerexchange.people.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashingTests {

    @Test
    void takesAThousandRoundsOutsideOfTests() {
        assertThat(new PasswordHashing.Slowly().passwordEncoder().encode("a-long-enough-password"))
                .startsWith("$2a$10$");
    }
}
