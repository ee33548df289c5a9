package org.peerexchange.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Domain A9: what the table says is overridden only with a written reason. */
class ReviewChecksTests {

    private static Table review(String form, String role, String tableSays, String recommends, String reason) {
        String field =
                switch (form) {
                    case "hub-review" -> "hubRecommendation";
                    case "group-review" -> "groupRecommendation";
                    default -> "decision";
                };
        return Table.of(form + "-checks")
                .with("decisions." + role + "Eligibility.outcome", tableSays)
                .with("answers." + field, recommends)
                .with("answers.reason", reason);
    }

    @ParameterizedTest
    @CsvSource({
        "hub-review, mentee",
        "hub-review, mentor",
        "group-review, mentee",
        "group-review, mentor",
        "decide-disagreement, mentee",
        "decide-disagreement, mentor"
    })
    void overridingTheTableNeedsAReasonOfTwentyCharacters(String form, String role) {
        String nineteen = "abcdefghij123456789";
        for (String[] override : new String[][] {{"not-eligible", "accept"}, {"eligible", "reject"}}) {
            assertThat(review(form, role, override[0], override[1], null).says("field"))
                    .containsExactly("reason");
            assertThat(review(form, role, override[0], override[1], nineteen).says("field"))
                    .containsExactly("reason");
            assertThat(review(form, role, override[0], override[1], nineteen + "0")
                            .says("field"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hub-review, groupReview, anybody else in hub staff can do it.",
        "group-review, hubReview, anybody else in the working group can do it."
    })
    void whoGaveOneReviewDoesNotGiveTheOther(String form, String other, String whoCan) {
        Table asked = review(form, "mentee", "eligible", "accept", null).with("you", "hanna");
        assertThat(asked.says("field")).isEmpty();
        assertThat(asked.with(other + ".sentBy", "wanda").says("field")).isEmpty();
        assertThat(asked.with(other + ".sentBy", "hanna").says("field")).containsExactly("");
        assertThat(asked.says("message")).singleElement().asString().endsWith(whoCan);
        assertThat(asked.with("you", null).says("field")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"hub-review", "group-review", "decide-disagreement"})
    void whoFollowsTheTableNeedsAReasonOnlyToReject(String form) {
        assertThat(review(form, "mentee", "eligible", "accept", null).says("field"))
                .isEmpty();
        assertThat(review(form, "mentee", "not-eligible", "reject", "").says("field"))
                .containsExactly("reason");
        assertThat(review(form, "mentee", "not-eligible", "reject", "On GSF.").says("field"))
                .isEmpty();
        assertThat(review(form, "mentee", "eligible", "ask", null).says("field"))
                .isEmpty();
    }
}
