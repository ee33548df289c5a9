package org.peerexchange.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.RunningCycle;
import org.peerexchange.Scenario;
import org.peerexchange.mail.CaseWords;
import org.peerexchange.mail.Outbox;
import org.peerexchange.mail.Recipient;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.Parties;
import org.springframework.beans.factory.annotation.Autowired;

/** An exchange comes apart and whoever wants to go on looks for a new partner, within the running cycle (domain A20). */
@PeerExchangeTest
class NewPartnerTests {

    @Autowired
    private Scenario scenario;

    @Autowired
    private RunningCycle cycle;

    @Autowired
    private Cases cases;

    @Autowired
    private Facts facts;

    @Autowired
    private Outbox outbox;

    @Autowired
    private CaseWords words;

    @Autowired
    private Parties parties;

    private Case learners;
    private Case otherLearners;
    private Case teachers;
    private Case otherTeachers;
    private Case pair;
    private Case otherPair;

    /** Two exchanges are under way; the other teachers offer this many places. */
    private void twoExchangesRun(int placesOfTheOthers) {
        learners = accepted("mentee", "Learners", "user-group", 1, Map.of());
        otherLearners = accepted("mentee", "Other learners", "user-group", 1, Map.of());
        teachers = accepted("mentor", "Teachers", "chapter", 0, Map.of());
        otherTeachers =
                accepted("mentor", "Other teachers", "chapter", 0, Map.of("exchangesOffered", placesOfTheOthers));
        scenario.passesUntil(cycle.day(3, 10));
        staffSend(value(learners, teachers), value(otherLearners, otherTeachers));
        pair = pairs().get(0);
        otherPair = pairs().get(1);
        bothAccept(pair);
        bothAccept(otherPair);
        assertThat(scenario.stateOf(cycle.current())).isEqualTo("exchanges");
        assertThat(List.of(learners, otherLearners, teachers, otherTeachers))
                .allSatisfy(one -> assertThat(scenario.stateOf(one)).isEqualTo("matched"));
    }

    @BeforeEach
    void applicationsAreOpen() {
        cycle.opens();
        cycle.takesApplications();
    }

    private Case accepted(String role, String name, String type, int meetings, Map<String, Object> answers) {
        Case application = cycle.applies(role, cycle.knownCommunity(name, type, meetings), answers);
        cycle.bothRecommend(application, "accept", "");
        return application;
    }

    private static String value(Case mentee, Case mentor) {
        return mentee.number() + "+" + mentor.number();
    }

    private void staffSend(String... chosen) {
        scenario.staffCompletes(
                cycle.current(), "userTask_confirmPairs", Map.of("pairs", List.of(chosen), "matchingDecision", "send"));
    }

    private List<Case> pairs() {
        return cases.findByCycleAndKindOrderByNumber(cycle.current().number(), Case.PAIR);
    }

    private void bothAccept(Case proposed) {
        scenario.answers(proposed, "mentee", Map.of("accepted", "accept"));
        scenario.answers(proposed, "mentor", Map.of("accepted", "accept"));
    }

    private void comesApart(Case exchange, String whoLooks) {
        scenario.tells(
                exchange,
                "mentor",
                "trouble",
                "report-trouble",
                Map.of("troubleKind", "other", "what", "Our plans have changed.", "wish", "unsure"));
        scenario.staffCompletes(
                exchange,
                "userTask_decideHowToGoOn",
                Map.of("howToGoOn", "rematch", "rematchFor", whoLooks, "reason", "The mentor cannot go on."));
        assertThat(scenario.stateOf(exchange)).isEqualTo("cancelled");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aMenteeGetsANewPartnerAmongTheMentorsWhoHaveAPlaceLeft() {
        twoExchangesRun(2);

        comesApart(pair, "mentee");

        assertThat(scenario.stateOf(cycle.current())).isEqualTo("matching");
        assertThat(scenario.stateOf(learners)).isEqualTo("in-pool");
        assertThat(scenario.stateOf(otherTeachers)).isEqualTo("in-pool");
        assertThat(scenario.stateOf(teachers)).isEqualTo("matched");
        assertThat((List<String>) facts.of(cycle.current().number()).get("proposedPairs"))
                .containsExactly(value(learners, otherTeachers));

        staffSend(value(learners, otherTeachers));
        Case second = pairs().get(2);
        bothAccept(second);

        assertThat(scenario.stateOf(second)).isEqualTo("planning");
        assertThat(scenario.stateOf(learners)).isEqualTo("matched");
        assertThat(scenario.stateOf(otherTeachers)).isEqualTo("matched");
        assertThat(scenario.stateOf(cycle.current())).isEqualTo("exchanges");
    }

    @Test
    void partnersWhoBothLookAgainAreNotProposedToEachOtherAndAreContacted() {
        twoExchangesRun(1);

        comesApart(pair, "both");

        assertThat(pairs()).hasSize(2);
        assertThat(scenario.stateOf(cycle.current())).isEqualTo("exchanges");
        assertThat(scenario.task(learners, "userTask_contactApplicant")).isNotNull();
        assertThat(scenario.task(teachers, "userTask_contactApplicant")).isNotNull();
        assertThat(scenario.stateOf(otherLearners)).isEqualTo("matched");
    }

    @Test
    void aCycleWhoseLastExchangeCameApartLooksForPartnersBeforeItEnds() {
        twoExchangesRun(1);
        comesApart(otherPair, "mentor");

        comesApart(pair, "mentee");

        assertThat(scenario.passed(cycle.current())).contains("callActivity_matchAgain");
        assertThat(scenario.stateOf(learners)).isEqualTo("unmatched");
        assertThat(scenario.stateOf(otherTeachers)).isEqualTo("unmatched");
        assertThat(scenario.stateOf(cycle.current())).isEqualTo("wrapping-up");
    }

    @Test
    void whoWithdrawsIsAskedNothingMoreAndTheProposedPartnerIsFreeForOthers() {
        learners = accepted("mentee", "Learners", "user-group", 1, Map.of());
        otherLearners = accepted("mentee", "Other learners", "user-group", 1, Map.of());
        teachers = accepted(
                "mentor", "Teachers", "chapter", 0, Map.of("name", "Example Teacher", "email", "teacher@example.org"));
        scenario.passesUntil(cycle.day(3, 10));
        staffSend(value(learners, teachers));
        pair = pairs().get(0);
        scenario.answers(pair, "mentor", Map.of("accepted", "accept"));
        assertThat(scenario.isAsked(pair, "mentee")).isTrue();

        scenario.tells(learners, "applicant", "withdraw", "withdraw", Map.of("sure", true));

        assertThat(scenario.stateOf(learners)).isEqualTo("withdrawn");
        assertThat(scenario.stateOf(pair)).isEqualTo("declined");
        assertThat(scenario.tasks(pair)).isEmpty();
        assertThat(outbox.sentTo(pair.number()))
                .filteredOn(sent -> sent.text().equals("partner-withdrew"))
                .singleElement()
                .satisfies(sent -> assertThat(sent.to()).startsWith("Example Teacher"));
        assertThat(scenario.stateOf(teachers)).isEqualTo("in-pool");
        staffSend(value(otherLearners, teachers));
        bothAccept(pairs().get(1));
        assertThat(scenario.stateOf(teachers)).isEqualTo("matched");
    }

    @Test
    void partnersLearnTheNamesThatWereGivenThisYear() {
        accepted("mentee", "Former", "user-group", 1, Map.of("name", "Former Learner", "email", "learn@example.org"));
        cycle.opens();
        cycle.takesApplications();
        learners = accepted(
                "mentee", "Learners", "user-group", 1, Map.of("name", "New Learner", "email", "learn@example.org"));
        teachers = accepted("mentor", "Teachers", "chapter", 0, Map.of("email", "teach@example.org"));
        scenario.passesUntil(cycle.day(3, 10));
        staffSend(value(learners, teachers));
        pair = pairs().get(0);
        bothAccept(pair);

        String mentor = parties.of(pair.number(), "mentor").personId();
        assertThat(words.about(pair.number(), Recipient.person(mentor)).get("partner"))
                .asString()
                .contains("New Learner")
                .doesNotContain("Former");
    }

    @Test
    void aMentorWhoWithdrawsFreesTheProposedMentee() {
        learners = accepted("mentee", "Learners", "user-group", 1, Map.of());
        teachers = accepted("mentor", "Teachers", "chapter", 0, Map.of());
        scenario.passesUntil(cycle.day(3, 10));
        staffSend(value(learners, teachers));
        pair = pairs().get(0);

        scenario.tells(teachers, "applicant", "withdraw", "withdraw", Map.of("sure", true));

        assertThat(scenario.stateOf(pair)).isEqualTo("declined");
        assertThat(scenario.isAsked(pair, "mentee")).isFalse();
        assertThat(outbox.sentTo(pair.number()))
                .filteredOn(sent -> sent.text().equals("partner-withdrew"))
                .hasSize(1);
    }

    @Test
    void whenTheSearchHasTakenThreeWeeksItIsOver() {
        twoExchangesRun(2);
        comesApart(pair, "mentee");

        scenario.passes(Duration.ofDays(22));

        assertThat(scenario.stateOf(cycle.current())).isEqualTo("exchanges");
        assertThat(scenario.stateOf(learners)).isEqualTo("unmatched");
        assertThat(scenario.stateOf(otherTeachers)).isEqualTo("matched");
    }

    @Test
    void whenTheCycleEndsEverybodyWithAPartnerHasTakenPart() {
        twoExchangesRun(1);

        scenario.passesUntil(cycle.day(12, 22));

        assertThat(List.of(learners, otherLearners, teachers, otherTeachers))
                .allSatisfy(one -> assertThat(scenario.stateOf(one)).isEqualTo("took-part"));
        assertThat(scenario.passed(cycle.current())).contains("timerEvent_cycleEnds");
    }

    @Test
    void whoseExchangeWasCancelledIsNotThankedForTakingPart() {
        twoExchangesRun(1);
        scenario.tells(
                pair,
                "mentor",
                "trouble",
                "report-trouble",
                Map.of("troubleKind", "other", "what", "Our plans have changed.", "wish", "unsure"));
        scenario.staffCompletes(
                pair,
                "userTask_decideHowToGoOn",
                Map.of("howToGoOn", "close", "reason", "The mentor cannot go on this year."));
        assertThat(scenario.stateOf(pair)).isEqualTo("cancelled");

        scenario.passesUntil(cycle.day(12, 22));

        assertThat(List.of(learners, teachers))
                .allSatisfy(one -> assertThat(scenario.stateOf(one)).isEqualTo("exchange-cancelled"));
        assertThat(List.of(otherLearners, otherTeachers))
                .allSatisfy(one -> assertThat(scenario.stateOf(one)).isEqualTo("took-part"));
    }

    @Test
    void theSideThatDoesNotLookForAnotherPartnerEndsWithItsCancelledExchange() {
        twoExchangesRun(2);
        comesApart(pair, "mentee");

        scenario.passesUntil(cycle.day(12, 22));

        assertThat(scenario.stateOf(teachers)).isEqualTo("exchange-cancelled");
    }
}
