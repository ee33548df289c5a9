package org.peerexchange.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFactsChecksTests {

    private static Table lookedUp() {
        Table table = Table.of("record-facts-checks")
                .with("today", "2027-03-10")
                .with("community.gsf", null)
                .with("community.ceeMeetings", null)
                .with("answers.gsf", "no")
                .with("answers.gsfSince", "2027-03-10")
                .with("answers.gsfUntil", null)
                .with("answers.meetingsSource", "List of participants");
        for (int meeting = 2; meeting <= 3; meeting++) {
            table.with("answers.meeting%dOn".formatted(meeting), null)
                    .with("answers.meeting%dAttended".formatted(meeting), null);
        }
        return table.with("answers.meeting1On", "2026-09-11").with("answers.meeting1Attended", "yes");
    }

    @Test
    void whatWasLookedUpIsFine() {
        assertThat(lookedUp().says("field")).isEmpty();
    }

    @Test
    void whatNobodyKnowsCannotBeLeft() {
        assertThat(lookedUp().with("answers.gsf", "leave").says("field")).containsExactly("gsf");
        assertThat(lookedUp()
                        .with("answers.gsf", "leave")
                        .with("community.gsf", true)
                        .says("field"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"gsfSince, 2027-03-11", "gsfUntil, 2027-03-09"})
    void aGrantHoldsToday(String field, String day) {
        assertThat(lookedUp()
                        .with("answers.gsfSince", "2027-01-01")
                        .with("answers." + field, day)
                        .says("field"))
                .containsExactly(field);
    }

    @Test
    void aGrantDoesNotEndBeforeItBegins() {
        assertThat(lookedUp().with("answers.gsfUntil", "2027-03-01").says("field"))
                .contains("gsfUntil");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aMeetingHasADayAndAnAnswer(int meeting) {
        String on = "answers.meeting%dOn".formatted(meeting);
        String attended = "answers.meeting%dAttended".formatted(meeting);
        assertThat(lookedUp().with(on, "2025-09-12").with(attended, null).says("field"))
                .containsExactly("meeting%dAttended".formatted(meeting));
        assertThat(lookedUp()
                        .with("community.ceeMeetings", 1)
                        .with(on, null)
                        .with(attended, "no")
                        .says("field"))
                .containsExactly("meeting%dOn".formatted(meeting));
        assertThat(lookedUp().with(on, "2027-03-11").with(attended, "yes").says("field"))
                .containsExactly("meeting%dOn".formatted(meeting));
        assertThat(lookedUp().with(on, "2024-03-09").with(attended, "yes").says("field"))
                .containsExactly("meeting%dOn".formatted(meeting));
    }

    @Test
    void atLeastOneMeetingIsLookedUpWhileNoneIsKnown() {
        Table none = lookedUp().with("answers.meeting1On", null).with("answers.meeting1Attended", null);
        assertThat(none.says("field")).containsExactly("meeting1On");
        assertThat(none.with("community.ceeMeetings", 2).says("field")).isEmpty();
    }

    @Test
    void theSourceOfTheMeetingsIsNamed() {
        assertThat(lookedUp().with("answers.meetingsSource", "").says("field")).containsExactly("meetingsSource");
    }
}
