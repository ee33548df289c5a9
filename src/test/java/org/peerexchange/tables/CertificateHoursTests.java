package org.peerexchange.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Confirmed hours (domain B4) are said to whoever reads: a page is for one of the two, a mail for both. */
class CertificateHoursTests {

    private static Table wherePartnersConfirmed(double mentees, double mentors) {
        return Table.of("certificate-hours")
                .with(
                        "sent",
                        List.of(
                                checkIn("mentee-check-in", "mentor", mentees),
                                checkIn("mentor-check-in", "mentee", mentors)));
    }

    private static Map<String, Object> checkIn(String document, String confirmedBy, double hours) {
        return Map.of("document", document, "signedBy", List.of(confirmedBy), "answers", Map.of("hours", hours));
    }

    @Test
    void aMailForBothNamesTheSides() {
        assertThat(wherePartnersConfirmed(18, 4.5).says("reason"))
                .containsExactly(
                        "Confirmed hours: mentee 18, mentor 4.5. A certificate needs 18 that the other side confirmed.",
                        "The mentee has the hours for a certificate.");
        assertThat(wherePartnersConfirmed(4.5, 18).says("reason"))
                .contains("The mentor has the hours for a certificate.");
    }

    @Test
    void aPageSaysWhatIsTheReadersOwn() {
        assertThat(wherePartnersConfirmed(18, 4.5)
                        .with("yourSides", List.of("mentee"))
                        .says("reason"))
                .containsExactly(
                        "Confirmed hours: you 18, your mentor 4.5. A certificate needs 18 that the other side confirmed.",
                        "You have the hours for a certificate.");
        assertThat(wherePartnersConfirmed(18, 4.5)
                        .with("yourSides", List.of("mentor"))
                        .says("reason"))
                .containsExactly(
                        "Confirmed hours: your mentee 18, you 4.5. A certificate needs 18 that the other side confirmed.",
                        "Your mentee has the hours for a certificate.");
        assertThat(wherePartnersConfirmed(4.5, 18)
                        .with("yourSides", List.of("mentor"))
                        .says("reason"))
                .contains("You have the hours for a certificate.");
        assertThat(wherePartnersConfirmed(4.5, 18)
                        .with("yourSides", List.of("mentee"))
                        .says("reason"))
                .contains("Your mentor has the hours for a certificate.");
    }
}
