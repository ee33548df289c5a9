package org.peerexchange.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;

/** The days of a cycle on the programme's public page. */
class TimelineTests {

    private static Programme exchange;

    private final Map<String, Object> cycle = new HashMap<>(Map.of(
            "applicationsOpen", LocalDate.of(2027, 2, 1),
            "applicationsClose", LocalDate.of(2027, 3, 1),
            "matchingEnds", LocalDate.of(2027, 5, 15),
            "visitsEnd", LocalDate.of(2027, 11, 15),
            "endsOn", LocalDate.of(2027, 12, 20)));

    @BeforeAll
    static void theProgrammeNamesItsDays() throws IOException {
        exchange = Programmes.read(Files.readString(Path.of("processes/exchange/programme.yaml")), "programme.yaml");
    }

    private List<String> on(int month, int day) {
        return Timeline.of(exchange, Map.of("cycle", cycle), LocalDate.of(2027, month, day), Locale.ENGLISH)
                .days()
                .stream()
                .map(one -> (one.past() ? "past: " : one.today() ? "today: " : "")
                        + one.words()
                        + (one.label() == null ? "" : ": " + one.label()))
                .toList();
    }

    @Test
    void todayStandsBetweenWhatIsPastAndWhatIsToCome() {
        assertThat(on(4, 2))
                .containsExactly(
                        "past: 1 February 2027: Applications open",
                        "past: 1 March 2027: Applications close",
                        "today: 2 April 2027",
                        "15 May 2027: Partners are found by then",
                        "15 November 2027: Visits end",
                        "20 December 2027: The cycle ends, the report follows");
    }

    @Test
    void aDayThatIsTodayStandsThereOnceAndIsNotPastBeforeItIsOver() {
        assertThat(on(3, 1))
                .hasSize(5)
                .containsSubsequence(
                        "past: 1 February 2027: Applications open", "today: 1 March 2027: Applications close");
    }

    @Test
    void aDayThatIsNotKnownIsLeftOutAndWithoutAnyThereIsNothingToShow() {
        cycle.remove("visitsEnd");
        assertThat(on(1, 1)).hasSize(5).first().isEqualTo("today: 1 January 2027");
        cycle.clear();
        assertThat(on(1, 1)).isEmpty();
    }
}
