package org.peerexchange.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Domain A7, rule by rule. */
class MentorEligibilityTests {

    private static Table establishedChapter() {
        return Table.of("mentor-eligibility")
                .with("community.type", "chapter")
                .with("cycle.visitDaysMin", 3)
                .with("mentorApplication.activity", "medium")
                .with("mentorApplication.maturity", "established")
                .with("mentorApplication.topics", List.of("governance", "finance"))
                .with(
                        "mentorApplication.projects",
                        List.of(
                                Map.of("topic", "finance", "link", "https://example.org/a"),
                                Map.of("topic", "governance", "link", "https://example.org/b")))
                .with("mentorApplication.leadMentorDays", 3)
                .with("mentorApplication.canShare", "yes");
    }

    @Test
    void anEstablishedChapterIsEligible() {
        assertThat(establishedChapter().says("reason")).containsExactly("It is a chapter.");
        assertThat(establishedChapter().outcome()).isEqualTo("eligible");
    }

    @ParameterizedTest
    @CsvSource({"high, eligible", "medium, not-eligible", "low, not-eligible"})
    void aUserGroupIsEligibleIfItIsHighlyActive(String activity, String outcome) {
        assertThat(establishedChapter()
                        .with("community.type", "user-group")
                        .with("mentorApplication.activity", activity)
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void anInformalCommunityIsNotEligible() {
        assertThat(establishedChapter().with("community.type", "informal").says("outcome"))
                .containsExactly("not-eligible");
    }

    @ParameterizedTest
    @CsvSource({"new", "developing"})
    void whoIsNotEstablishedIsNotEligible(String maturity) {
        assertThat(establishedChapter()
                        .with("mentorApplication.maturity", maturity)
                        .outcome())
                .isEqualTo("not-eligible");
    }

    @Test
    void aTopicWithoutALiveProjectMakesItNotEligible() {
        assertThat(establishedChapter()
                        .with("mentorApplication.topics", List.of("governance", "glam"))
                        .outcome())
                .isEqualTo("not-eligible");
        assertThat(establishedChapter().with("mentorApplication.projects", null).outcome())
                .isEqualTo("not-eligible");
    }

    @Test
    void aLeadMentorWithTooFewDaysMakesItNotEligible() {
        assertThat(establishedChapter()
                        .with("mentorApplication.leadMentorDays", 2)
                        .outcome())
                .isEqualTo("not-eligible");
    }

    @Test
    void whoDoesNotShareHowItWorksIsNotEligible() {
        assertThat(establishedChapter().with("mentorApplication.canShare", "no").outcome())
                .isEqualTo("not-eligible");
    }
}
