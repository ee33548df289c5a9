package org.peerexchange.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeCycleChecksTests {

    /** The cycle as it stands on 10 February, and answers that change nothing. */
    private static Table unchanged() {
        Table table = Table.of("change-cycle-checks").with("today", "2027-02-10");
        String[][] days = {
            {"applicationsOpen", "2027-02-01"},
            {"applicationsClose", "2027-03-01"},
            {"matchingEnds", "2027-05-15"},
            {"visitsEnd", "2027-11-15"},
            {"endsOn", "2027-12-20"}
        };
        for (String[] day : days) {
            table = table.with("cycle." + day[0], day[1]).with("answers." + day[0], day[1]);
        }
        return table;
    }

    @Test
    void daysThatStayAreFineEvenWhenTheyArePast() {
        assertThat(unchanged().says("field")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "applicationsClose, 2027-02-10",
        "applicationsClose, 2027-03-15",
        "matchingEnds, 2027-04-30",
        "visitsEnd, 2027-12-01",
        "endsOn, 2028-01-31"
    })
    void aDayThatIsStillToComeCanMove(String field, String day) {
        assertThat(unchanged().with("answers." + field, day).says("field")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "applicationsOpen, 2027-02-15",
        "applicationsClose, 2027-02-09",
        "matchingEnds, 2027-02-09",
        "matchingEnds, 2027-03-01",
        "visitsEnd, 2027-05-15",
        "endsOn, 2027-11-15",
        "endsOn, 2072-12-20"
    })
    void aDayThatIsPastOrOutOfOrderIsRefusedAtItsField(String field, String day) {
        assertThat(unchanged().with("answers." + field, day).says("field"))
                .isNotEmpty()
                .containsOnly(field);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-02, applicationsClose, 2027-03-10",
        "2027-05-16, matchingEnds, 2027-06-01",
        "2027-11-16, visitsEnd, 2027-11-30",
        "2027-12-21, endsOn, 2027-12-31"
    })
    void aDayThatHasPassedStays(String today, String field, String day) {
        assertThat(unchanged()
                        .with("today", today)
                        .with("answers." + field, day)
                        .says("field"))
                .containsExactly(field);
    }
}
