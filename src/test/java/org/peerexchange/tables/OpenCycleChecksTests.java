package org.peerexchange.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenCycleChecksTests {

    private static Table usualCycle() {
        return Table.of("open-cycle-checks")
                .with("today", "2027-01-10")
                .with("openCycles", List.of())
                .with("cycleNumbers", List.of("2026"))
                .with("answers.year", 2027)
                .with("answers.applicationsOpen", "2027-02-01")
                .with("answers.applicationsClose", "2027-03-01")
                .with("answers.matchingEnds", "2027-05-15")
                .with("answers.visitsEnd", "2027-11-15")
                .with("answers.endsOn", "2027-12-20")
                .with("answers.visitDaysMin", 3)
                .with("answers.visitDaysMax", 5);
    }

    @Test
    void theUsualCycleIsFine() {
        assertThat(usualCycle().says("field")).isEmpty();
    }

    @Test
    void aSecondOpenCycleIsRefused() {
        assertThat(usualCycle().with("openCycles", List.of("CY-2026")).says("field"))
                .containsExactly("year");
    }

    @Test
    void aYearThatHadItsCycleIsRefused() {
        assertThat(usualCycle().with("cycleNumbers", List.of("2026", "2027")).says("field"))
                .containsExactly("year");
    }

    @ParameterizedTest
    @CsvSource({
        "applicationsOpen, 2027-01-09",
        "applicationsClose, 2027-02-01",
        "applicationsClose, 2027-01-31",
        "matchingEnds, 2027-03-01",
        "visitsEnd, 2027-05-15",
        "endsOn, 2027-12-14",
        "endsOn, 2072-12-20"
    })
    void aDayInThePastOrOutOfOrderIsRefusedAtItsField(String field, String day) {
        assertThat(usualCycle().with("answers." + field, day).says("field")).containsExactly(field);
    }

    @Test
    void applicationsThatOpenInAnotherYearThanTheCycleAreRefused() {
        assertThat(usualCycle().with("answers.year", 2028).says("field")).containsExactly("applicationsOpen");
    }

    @Test
    void aLongestVisitShorterThanTheShortestIsRefused() {
        assertThat(usualCycle().with("answers.visitDaysMax", 2).says("field")).containsExactly("visitDaysMax");
    }
}
