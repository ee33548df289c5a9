package org.peerexchange.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerexchange.tables.Checks.with;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ActivityPlanChecksTests {

    private static final LocalDate START = LocalDate.of(2027, 9, 6);

    private final Checks plan = new Checks("activity-plan-checks");
    private final Checks change = new Checks("change-plan-checks");

    private final Map<String, Object> good = with(
            Map.of(),
            "today",
            LocalDate.of(2027, 6, 1),
            "cycle.visitDaysMin",
            3,
            "cycle.visitDaysMax",
            5,
            "cycle.visitsEnd",
            LocalDate.of(2027, 11, 15),
            "cycle.advanceLimit",
            600,
            "answers.visitStart",
            START,
            "answers.visitEnd",
            START.plusDays(2),
            "answers.visaNeeded",
            "no",
            "answers.days",
            days(0, 1, 2),
            "answers.objectives",
            times(2, "objective"),
            "answers.questions",
            times(10, "question"),
            "answers.budget",
            List.of(cost("meals", 200), cost("local-transport", 50.5)),
            "answers.advanceRequested",
            true,
            "answers.advanceAmount",
            250.5);

    @Test
    void aGoodPlanPasses() {
        assertThat(plan.complaints(good)).isEmpty();
        assertThat(plan.complaints(
                        with(good, "answers.visitEnd", START.plusDays(4), "answers.days", days(0, 1, 2, 3, 4))))
                .isEmpty();
    }

    @Test
    void aPlanWithoutBudgetAndAdvancePasses() {
        assertThat(plan.complaints(with(
                        good,
                        "answers.budget",
                        null,
                        "answers.advanceRequested",
                        false,
                        "answers.advanceAmount",
                        null)))
                .isEmpty();
    }

    @Test
    void aVisitIsNotShorterThanTheCycleSays() {
        assertThat(plan.complaints(with(good, "answers.visitEnd", START.plusDays(1), "answers.days", days(0, 1))))
                .containsExactly(
                        "visitEnd: The visit is too short: the programme asks for at least 3 days. Please choose a later last day.");
        assertThat(plan.complaints(with(
                        good,
                        "cycle.visitDaysMin",
                        2,
                        "answers.visitEnd",
                        START.plusDays(1),
                        "answers.days",
                        days(0, 1))))
                .isEmpty();
    }

    @Test
    void aVisitIsNotLongerThanTheCycleSays() {
        assertThat(plan.complaints(
                        with(good, "answers.visitEnd", START.plusDays(5), "answers.days", days(0, 1, 2, 3, 4, 5))))
                .singleElement()
                .asString()
                .contains("at most 5 days");
    }

    @Test
    void aVisitEndsAfterItBegins() {
        assertThat(plan.complaints(with(good, "answers.visitEnd", START.minusDays(3))))
                .anyMatch(complaint -> complaint.startsWith("visitEnd: The last day is before the first day"));
    }

    @Test
    void aVisitIsStillToCome() {
        assertThat(plan.fields(with(good, "today", START))).containsExactly("visitStart");
        assertThat(plan.fields(with(good, "today", START.plusDays(10)))).containsExactly("visitStart");
    }

    @Test
    void aVisitEndsBeforeTheCyclesLastDayForVisits() {
        assertThat(plan.fields(with(good, "cycle.visitsEnd", START.plusDays(2))))
                .isEmpty();
        assertThat(plan.complaints(with(good, "cycle.visitsEnd", START.plusDays(1))))
                .containsExactly("visitEnd: The visits of this cycle end on 2027-09-07. Please choose earlier days.");
    }

    @Test
    void aVisaNeedsItsTime() {
        Map<String, Object> soon = with(good, "today", START.minusDays(44));
        assertThat(plan.fields(soon)).isEmpty();
        assertThat(plan.fields(with(soon, "answers.visaNeeded", "yes"))).containsExactly("visitStart");
        assertThat(plan.fields(with(soon, "answers.visaNeeded", "unknown"))).containsExactly("visaNeeded");
        assertThat(plan.fields(with(good, "today", START.minusDays(45), "answers.visaNeeded", "yes")))
                .isEmpty();
    }

    @Test
    void theScheduleHasEveryDayOfTheVisitOnce() {
        assertThat(plan.complaints(with(good, "answers.days", days(0, 1, 3))))
                .containsExactly(
                        "days: A day of the schedule is not between the first and the last day of the visit. Please correct it.");
        assertThat(plan.complaints(with(good, "answers.days", days(0, 1, 1))))
                .containsExactly("days: A day stands in the schedule twice. Please give each day one row.");
        assertThat(plan.complaints(with(good, "answers.days", days(0, 2))))
                .containsExactly(
                        "days: Please give every day of the visit a row in the schedule: at least one is missing.");
        assertThat(plan.fields(with(good, "answers.days", null))).containsExactly("days");
    }

    @Test
    void aPlanHasOneToThreeObjectives() {
        assertThat(plan.fields(with(good, "answers.objectives", List.of()))).containsExactly("objectives");
        assertThat(plan.fields(with(good, "answers.objectives", times(3, "objective"))))
                .isEmpty();
        assertThat(plan.fields(with(good, "answers.objectives", times(4, "objective"))))
                .containsExactly("objectives");
    }

    @Test
    void aPlanHasTenToFifteenQuestions() {
        assertThat(plan.fields(with(good, "answers.questions", times(9, "question"))))
                .containsExactly("questions");
        assertThat(plan.fields(with(good, "answers.questions", times(15, "question"))))
                .isEmpty();
        assertThat(plan.fields(with(good, "answers.questions", times(16, "question"))))
                .containsExactly("questions");
    }

    @Test
    void aFeeIsNeverCovered() {
        assertThat(plan.complaints(
                        with(good, "answers.budget", List.of(cost("honorarium", 300)), "answers.advanceAmount", 300)))
                .singleElement()
                .asString()
                .contains("honorarium for the mentor is never covered");
    }

    @Test
    void whatTheHubBooksIsNotInTheLocalBudget() {
        assertThat(plan.fields(
                        with(good, "answers.budget", List.of(cost("lodging", 300)), "answers.advanceAmount", 300)))
                .containsExactly("budget");
    }

    @Test
    void anAdvanceIsNeitherNothingNorAboveTheLimitNorAboveTheBudget() {
        assertThat(plan.fields(with(good, "answers.advanceAmount", 0))).containsExactly("advanceAmount");
        assertThat(plan.complaints(
                        with(good, "answers.advanceAmount", 601, "answers.budget", List.of(cost("meals", 700)))))
                .containsExactly("advanceAmount: An advance is at most 600 EUR in this cycle. Please ask for less.");
        assertThat(plan.complaints(with(good, "answers.advanceAmount", 251)))
                .singleElement()
                .asString()
                .contains("more than the sum of your local hosting budget");
        assertThat(plan.fields(with(good, "answers.budget", List.of()))).containsExactly("advanceAmount");
    }

    @Test
    void unansweredFieldsAreLeftToTheForm() {
        Map<String, Object> nothing = new HashMap<>(good);
        nothing.put("answers", with(Map.of(), "visitStart", null, "visitEnd", null, "days", null));
        assertThat(plan.fields(nothing)).containsExactly("objectives", "questions");
    }

    @Test
    void aPlanCanBeChangedUntilTheVisitBegins() {
        Map<String, Object> planned = with(Map.of(), "activityPlan.visitStart", START, "answers.what", "Later");
        assertThat(change.fields(with(planned, "today", START.minusDays(1)))).isEmpty();
        assertThat(change.fields(with(planned, "today", START))).containsExactly("");
    }

    private static List<Map<String, Object>> days(int... offsets) {
        return IntStream.of(offsets)
                .mapToObj(offset -> Map.<String, Object>of("date", START.plusDays(offset), "morning", "x"))
                .toList();
    }

    private static List<Map<String, Object>> times(int count, String key) {
        return IntStream.range(0, count)
                .mapToObj(i -> Map.<String, Object>of(key, key + " " + i))
                .toList();
    }

    private static Map<String, Object> cost(String category, Object amount) {
        return Map.of("category", category, "what", "it", "amount", amount);
    }
}
