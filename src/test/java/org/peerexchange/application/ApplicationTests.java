package org.peerexchange.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.BadRequestException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.RunningCycle;
import org.peerexchange.Scenario;
import org.peerexchange.mail.Outbox;
import org.peerexchange.mail.SentMail;
import org.peerexchange.people.People;
import org.peerexchange.people.Person;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Communities;
import org.peerexchange.programme.Community;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.GivenNames;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.RefusedAnswers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every way an application can go (domain A3–A9, A12). */
@PeerExchangeTest
class ApplicationTests {

    private static final String REASON = "Their goal fits the programme well this year.";

    @Autowired
    private Scenario scenario;

    @Autowired
    private RunningCycle cycle;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Facts facts;

    @Autowired
    private Communities communities;

    @Autowired
    private People people;

    @Autowired
    private GivenNames names;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Asking asking;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private IdentityService identity;

    @BeforeEach
    void applicationsAreOpen() {
        cycle.opens();
        cycle.takesApplications();
    }

    private Case mentee() {
        return cycle.applies("mentee", cycle.knownCommunity("Examplia", "user-group", 1), Map.of());
    }

    private Case accepted() {
        Case application = mentee();
        cycle.bothRecommend(application, "accept", "");
        return application;
    }

    private List<String> mailsOf(Case application) {
        return outbox.sentTo(application.number()).stream().map(SentMail::text).toList();
    }

    private void hasAgreedPair(Case application) {
        Case pair = scenario.caseWith(cycle.current(), Case.PAIR, "mentee", "mentor");
        jdbc.update(
                "insert into app.matches values (?, ?, ?, ?, 0, '', false, 'AGREED', 0)",
                pair.number(),
                application.cycle(),
                application.number(),
                pair.number());
        scenario.tells(application, "pairAgreed");
    }

    @Test
    void nobodyGivesBothReviewsOfAnApplicationWhicheverComesFirst() {
        Case application = mentee();
        Map<String, Object> asGroup = Map.of("groupRecommendation", "accept");
        Map<String, Object> asHub = Map.of("hubRecommendation", "ask", "question", "Which problem comes first?");
        scenario.staffCompletes("wanda", application, "userTask_reviewAsWorkingGroup", asGroup);

        assertThatThrownBy(() -> scenario.staffCompletes("wanda", application, "userTask_reviewAsHubStaff", asHub))
                .isInstanceOf(BadRequestException.class)
                .hasMessageStartingWith("You gave the working group's review");
        scenario.staffCompletes("hanna", application, "userTask_reviewAsHubStaff", asHub);

        scenario.answers(application, "applicant", Map.of("answer", "The assembly."));
        assertThatThrownBy(
                        () -> scenario.staffCompletes("hanna", application, "userTask_reviewAsWorkingGroup", asGroup))
                .hasMessageStartingWith("You gave hub staff's review");
        scenario.staffCompletes("viktor", application, "userTask_reviewAsWorkingGroup", asGroup);
        scenario.staffCompletes(
                "hanna", application, "userTask_reviewAsHubStaff", Map.of("hubRecommendation", "accept"));
        assertThat(scenario.stateOf(application)).isEqualTo("in-pool");
    }

    @Test
    void anApplicationIsAcknowledgedAndBothReviewersLookAtIt() {
        Case application = mentee();

        assertThat(mailsOf(application)).containsExactly("application-received");
        assertThat(scenario.stateOf(application)).isEqualTo("in-review");
        assertThat(scenario.tasks(application))
                .extracting(task -> task.getTaskDefinitionKey())
                .containsExactlyInAnyOrder("userTask_reviewAsHubStaff", "userTask_reviewAsWorkingGroup");
        assertThat(scenario.tasks(application)).allMatch(task -> task.getDueDate() != null);
        assertThat(Facts.at(facts.of(application.number()), "decisions.menteeEligibility.outcome"))
                .isEqualTo("eligible");
    }

    @Test
    void theWorkingGroupSeesInItsListWhichCaseATaskIsAbout() {
        Case application = mentee();
        String task =
                scenario.task(application, "userTask_reviewAsWorkingGroup").getId();

        identity.setAuthentication("wanda", List.of("working-group"));
        try {
            assertThat(runtime.createVariableInstanceQuery()
                            .taskIdIn(task)
                            .variableName("caseNumber")
                            .list())
                    .extracting(VariableInstance::getValue)
                    .containsExactly(application.number());
        } finally {
            identity.clearAuthentication();
        }
    }

    @Test
    void oneReviewAloneDecidesNothing() {
        Case application = mentee();

        cycle.hubRecommends(application, "accept", "");

        assertThat(scenario.stateOf(application)).isEqualTo("in-review");
        assertThat(mailsOf(application)).containsExactly("application-received");
    }

    @Test
    void anAcceptedApplicationWaitsForItsPartnerAndIsMatched() {
        Case application = accepted();
        assertThat(scenario.stateOf(application)).isEqualTo("in-pool");
        assertThat(mailsOf(application)).contains("application-accepted");

        hasAgreedPair(application);
        assertThat(scenario.stateOf(application)).isEqualTo("matched");

        scenario.tells(application, "cycleOver");
        assertThat(scenario.stateOf(application)).isEqualTo("took-part");
        assertThat(mailsOf(application)).contains("ask-survey");
        scenario.answers(application, "applicant", Map.of("helped", "4", "again", "yes"));
        assertThat(scenario.passed(application)).contains("endEvent_matched");
    }

    @Test
    void anApplicantWhoseExchangeCameApartWaitsAgainAndIsContactedWhenNobodyIsFound() {
        Case application = accepted();
        hasAgreedPair(application);
        jdbc.update("update app.matches set standing = 'EXCLUDED' where seeker = ?", application.number());

        scenario.tells(application, "backToPool");
        assertThat(scenario.stateOf(application)).isEqualTo("in-pool");

        scenario.tells(application, "matchingClosed");
        assertThat(scenario.stateOf(application)).isEqualTo("unmatched");
        assertThat(scenario.task(application, "userTask_contactApplicant")).isNotNull();
    }

    @Test
    void anApplicationWithAPartnerIsNoLongerWithdrawn() {
        Case application = accepted();
        hasAgreedPair(application);

        assertThat(asking.impossible(application.number(), "withdraw", "withdraw"))
                .get()
                .asString()
                .startsWith("You have a partner");
        assertThatThrownBy(() -> scenario.tells(application, "applicant", "withdraw", "withdraw", Map.of("sure", true)))
                .isInstanceOf(RefusedAnswers.class)
                .hasMessageContaining("Something has gone wrong");
        assertThat(scenario.stateOf(application)).isEqualTo("matched");
    }

    @Test
    void aMentorWithAnotherPlaceGoesOnWaitingAndIsMatchedWhenMatchingCloses() {
        Case application =
                cycle.applies("mentor", cycle.knownCommunity("Examplia", "chapter", 0), Map.of("exchangesOffered", 2));
        cycle.bothRecommend(application, "accept", "");

        hasAgreedPair(application);
        assertThat(scenario.stateOf(application)).isEqualTo("in-pool");

        scenario.tells(application, "matchingClosed");
        assertThat(scenario.stateOf(application)).isEqualTo("matched");
        assertThat(scenario.passed(application)).doesNotContain("userTask_contactApplicant");
    }

    @Test
    void anUnmatchedApplicantIsOfferedTheWaitingList() {
        Case application = accepted();
        scenario.tells(application, "matchingClosed");

        scenario.staffCompletes(
                application,
                "userTask_contactApplicant",
                Map.of("nextStep", "waiting-list", "message", "We think of you first in the next cycle."));

        assertThat(scenario.stateOf(application)).isEqualTo("waiting-list");
        assertThat(mailsOf(application)).contains("application-waiting-list");
    }

    @Test
    void anUnmatchedApplicantIsOfferedOtherResources() {
        Case application = accepted();
        scenario.tells(application, "matchingClosed");

        scenario.staffCompletes(
                application,
                "userTask_contactApplicant",
                Map.of("nextStep", "other-resources", "message", "The handbook of assemblies may help you now."));

        assertThat(scenario.stateOf(application)).isEqualTo("not-selected");
        assertThat(mailsOf(application)).contains("application-not-selected");
    }

    @Test
    void anApplicationThatBothRejectIsToldWhy() {
        Case application = mentee();

        cycle.bothRecommend(application, "reject", "The problem is too wide for one visit.");

        assertThat(scenario.stateOf(application)).isEqualTo("rejected");
        assertThat(mailsOf(application)).contains("application-rejected").doesNotContain("application-accepted");
        assertThat(Facts.at(facts.of(application.number()), "hubReview.reason"))
                .isEqualTo("The problem is too wide for one visit.");
    }

    @Test
    void rejectingAgainstTheTableIsRefusedWithoutAReason() {
        Case application = mentee();

        assertThatThrownBy(() -> cycle.hubRecommends(application, "reject", "No."))
                .hasMessageContaining("The table says \"eligible\"");
        assertThat(scenario.stateOf(application)).isEqualTo("in-review");
    }

    @Test
    void acceptingAgainstTheTableNeedsAReason() {
        Case application = cycle.applies("mentee", cycle.knownCommunity("Examplia", "user-group", 0), Map.of());
        assertThat(Facts.at(facts.of(application.number()), "decisions.menteeEligibility.outcome"))
                .isEqualTo("not-eligible");

        assertThatThrownBy(() -> cycle.groupRecommends(application, "accept", ""))
                .hasMessageContaining("The table says \"not eligible\"");
        cycle.bothRecommend(application, "accept", REASON);

        assertThat(scenario.stateOf(application)).isEqualTo("in-pool");
    }

    @Test
    void whenTheReviewersDisagreeTheCoordinatorAccepts() {
        Case application = mentee();
        cycle.hubRecommends(application, "accept", "");
        cycle.groupRecommends(application, "reject", "We would rather wait another year.");

        scenario.staffCompletes(
                application, "userTask_decideDisagreement", Map.of("decision", "accept", "reason", REASON));

        assertThat(scenario.stateOf(application)).isEqualTo("in-pool");
    }

    @Test
    void whenTheReviewersDisagreeTheCoordinatorRejects() {
        Case application = mentee();
        cycle.hubRecommends(application, "accept", "");
        cycle.groupRecommends(application, "reject", "We would rather wait another year.");

        scenario.staffCompletes(
                application,
                "userTask_decideDisagreement",
                Map.of("decision", "reject", "reason", "It is too early for a visit this year."));

        assertThat(scenario.stateOf(application)).isEqualTo("rejected");
    }

    @Test
    void aQuestionStopsTheClockAndBothLookAgainAtTheAnswer() {
        Case application = mentee();
        String before = scenario.task(application, "userTask_reviewAsHubStaff").getId();
        cycle.hubRecommends(application, "accept", "");
        cycle.groupRecommends(application, "ask", "How many people come to your meetings?");
        assertThat(scenario.stateOf(application)).isEqualTo("question-asked");
        assertThat(scenario.request(application, "applicant").data()).containsKey("groupReview");

        scenario.passesUntil(cycle.day(2, 15));
        scenario.answers(application, "applicant", Map.of("answer", "About fifteen."));

        assertThat(scenario.stateOf(application)).isEqualTo("in-review");
        assertThat(scenario.task(application, "userTask_reviewAsHubStaff").getId())
                .isNotEqualTo(before);
        cycle.bothRecommend(application, "accept", "");
        assertThat(scenario.stateOf(application)).isEqualTo("in-pool");
        Map<String, Object> known = facts.of(application.number());
        assertThat(Facts.at(known, "groupReview.question")).isNull();
        assertThat(Facts.at(known, "answerQuestion.groupQuestion")).isEqualTo("How many people come to your meetings?");
        assertThat((int) Facts.at(known, "groupReview.order"))
                .isGreaterThan((int) Facts.at(known, "answerQuestion.order"));
    }

    @Test
    void aQuestionIsSentAtOnceWithoutTheOtherReviewAndIsNotRepeatedWithTheNextOne() {
        Case application = mentee();
        cycle.hubRecommends(application, "ask", "How many people come to your meetings?");
        assertThat(scenario.stateOf(application)).isEqualTo("question-asked");
        assertThat(scenario.tasks(application))
                .noneMatch(task -> task.getTaskDefinitionKey().equals("userTask_reviewAsWorkingGroup"));
        scenario.passes(Duration.ofHours(1));
        scenario.answers(application, "applicant", Map.of("answer", "About fifteen."));
        scenario.passes(Duration.ofHours(1));

        cycle.groupRecommends(application, "ask", "Who would travel?");
        assertThat(scenario.stateOf(application)).isEqualTo("question-asked");
        scenario.answers(application, "applicant", Map.of("answer", "Two of us."));
        Map<String, Object> known = facts.of(application.number());
        assertThat(Facts.at(known, "answerQuestion.hubQuestion")).isNull();
        assertThat(Facts.at(known, "answerQuestion.groupQuestion")).isEqualTo("Who would travel?");

        cycle.bothRecommend(application, "accept", "");
        assertThat(scenario.stateOf(application)).isEqualTo("in-pool");
    }

    @Test
    void aQuestionNobodyAnswersGoesBackToTheReviewers() {
        Case application = mentee();
        cycle.hubRecommends(application, "ask", "How many people come to your meetings?");

        scenario.passesUntil(cycle.day(2, 25));

        assertThat(scenario.isAsked(application, "applicant")).isFalse();
        assertThat(scenario.stateOf(application)).isEqualTo("in-review");
        assertThat(mailsOf(application)).contains("question-asked", "reminder");
    }

    @Test
    void anUnknownCommunityIsAddedAndItsFactsAreLookedUpBeforeTheReview() {
        Case application = cycle.applies(
                "mentee",
                null,
                Map.of(
                        "communityName",
                        "Wikimedians of Newland " + cycle.day(1, 1).getYear(),
                        "communityType",
                        "informal",
                        "communityCountry",
                        "Newland",
                        "communityLanguages",
                        List.of("en")));
        assertThat(scenario.stateOf(application)).isEqualTo("facts-wanted");

        scenario.staffCompletes(
                application,
                "userTask_addCommunity",
                Map.of(
                        "name",
                        "Wikimedians of Newland " + cycle.day(1, 1).getYear(),
                        "type",
                        "user-group",
                        "country",
                        "Newland",
                        "languages",
                        List.of("en", "de")));
        Community added = communities
                .named("Wikimedians of Newland " + cycle.day(1, 1).getYear())
                .orElseThrow();
        assertThat(added.type()).isEqualTo("user-group");
        assertThat(added.languages()).isEqualTo("en de");
        assertThat(scenario.stateOf(application)).isEqualTo("facts-wanted");
        assertThat(Facts.at(facts.of(application.number()), "decisions.menteeEligibility.reasons"))
                .asString()
                .contains(
                        "Not known yet: Receives the General Support Fund",
                        "Not known yet: Took part in a CEE Meeting");
        assertThat(Facts.at(facts.of(application.number()), "community.inWords.type"))
                .isEqualTo("User group");

        scenario.staffCompletes(application, "userTask_lookUpFacts", lookedUp());

        assertThat(scenario.stateOf(application)).isEqualTo("in-review");
        assertThat(Facts.at(facts.of(application.number()), "community.gsf")).isEqualTo(false);
        assertThat(Facts.at(facts.of(application.number()), "community.ceeMeetings"))
                .isEqualTo(1);
        assertThat(jdbc.queryForList(
                        "select recorded_by from app.community_facts where community_id = ?", String.class, added.id()))
                .containsOnly("somebody in exchange-staff");
    }

    private Map<String, Object> lookedUp() {
        Map<String, Object> answers = new HashMap<>();
        answers.put("gsf", "no");
        answers.put("gsfSince", cycle.day(2, 10).toString());
        answers.put("gsfSource", "Grants portal");
        answers.put("meeting1On", cycle.day(9, 12).minusYears(1).toString());
        answers.put("meeting1Attended", "yes");
        answers.put("meeting2On", cycle.day(9, 12).minusYears(2).toString());
        answers.put("meeting2Attended", "no");
        answers.put("meetingsSource", "List of participants");
        return answers;
    }

    @Test
    void aCommunityThatIsKnownUnderTheNameStaffGiveIsNotAddedTwice() {
        Community known = cycle.knownCommunity("Wikimedians of Oldland", "chapter", 1);
        Case application = cycle.applies(
                "mentor",
                null,
                Map.of(
                        "communityName", "Old Land",
                        "communityType", "chapter",
                        "communityCountry", "Oldland",
                        "communityLanguages", List.of("en")));

        scenario.staffCompletes(
                application,
                "userTask_addCommunity",
                Map.of("name", known.name(), "type", "chapter", "country", "Oldland", "languages", List.of("en")));

        assertThat(Facts.at(facts.of(application.number()), "community.id")).isEqualTo(known.id());
        assertThat(scenario.stateOf(application)).isEqualTo("in-review");
    }

    @Test
    void whatIsStillMissingIsAskedAgain() {
        Community unknown = scenario.community("Unheard of " + cycle.day(1, 1).getYear(), "user-group");
        Case application = cycle.applies("mentee", unknown, Map.of());
        assertThat(scenario.stateOf(application)).isEqualTo("facts-wanted");

        Map<String, Object> partly = lookedUp();
        partly.put("gsf", "leave");
        assertThatThrownBy(() -> scenario.staffCompletes(application, "userTask_lookUpFacts", partly))
                .hasMessageContaining("Nobody has looked this up yet");

        Map<String, Object> ended = lookedUp();
        ended.put("gsfSince", cycle.day(1, 1).minusYears(4).toString());
        scenario.staffCompletes(application, "userTask_lookUpFacts", ended);
        assertThat(scenario.stateOf(application)).isEqualTo("in-review");
    }

    @Test
    void anApplicantWithdrawsDuringTheReview() {
        Case application = mentee();

        assertThat(asking.impossible(application.number(), "withdraw", "withdraw"))
                .isEmpty();
        scenario.tells(application, "applicant", "withdraw", "withdraw", Map.of("sure", true));
        assertThat(asking.impossible(application.number(), "withdraw", "withdraw"))
                .contains("This cannot be done now.");

        assertThat(scenario.stateOf(application)).isEqualTo("withdrawn");
        assertThat(scenario.tasks(application)).isEmpty();
        assertThat(mailsOf(application)).contains("application-withdrawn");
    }

    @Test
    void anApplicantWithdrawsWhileWaitingAndMayApplyAgain() {
        Community community = cycle.knownCommunity("Examplia", "user-group", 1);
        Case application = cycle.applies("mentee", community, Map.of());
        cycle.bothRecommend(application, "accept", "");
        assertThatThrownBy(() -> cycle.applies("mentee", community, Map.of()))
                .isInstanceOf(RefusedAnswers.class)
                .hasMessageContaining("has already applied as mentee");

        scenario.tells(application, "applicant", "withdraw", "withdraw", Map.of("sure", true));

        assertThat(scenario.stateOf(application)).isEqualTo("withdrawn");
        assertThat(scenario.stateOf(cycle.applies("mentee", community, Map.of())))
                .isEqualTo("in-review");
    }

    @Test
    void nobodyIsMenteeAndMentorAtOnce() {
        Community community = cycle.knownCommunity("Examplia", "chapter", 1);
        cycle.applies("mentor", community, Map.of());

        assertThatThrownBy(() -> cycle.applies("mentee", community, Map.of()))
                .isInstanceOf(RefusedAnswers.class)
                .hasMessageContaining("nobody can be both at once");
    }

    private Map<String, Object> nobodyKnows(String name) {
        return Map.of(
                "communityName",
                name + " " + cycle.day(1, 1).getYear(),
                "communityType",
                "informal",
                "communityCountry",
                "Newland",
                "communityLanguages",
                List.of("en"));
    }

    @Test
    void aCommunityNobodyKnowsYetAppliesOnceAndInOneRoleOnly() {
        cycle.applies("mentee", null, nobodyKnows("Wikimedians of Nowhere"));

        assertThatThrownBy(() -> cycle.applies("mentee", null, nobodyKnows("Wikimedians of nowhere")))
                .isInstanceOf(RefusedAnswers.class)
                .hasMessageContaining("has already applied as mentee");
        assertThatThrownBy(() -> cycle.applies("mentor", null, nobodyKnows("Wikimedians of nowhere")))
                .isInstanceOf(RefusedAnswers.class)
                .hasMessageContaining("nobody can be both at once");
    }

    @Test
    void staffSeeThatTwoApplicationsAreOfOneCommunity() {
        Case first = cycle.applies("mentee", null, nobodyKnows("Newlanders"));
        Case second = cycle.applies("mentor", null, nobodyKnows("Friends of Newland"));
        Map<String, Object> community = Map.of(
                "name",
                "Newlanders " + cycle.day(1, 1).getYear(),
                "type",
                "informal",
                "country",
                "Newland",
                "languages",
                List.of("en"));
        scenario.staffCompletes(first, "userTask_addCommunity", community);

        assertThatThrownBy(() -> scenario.staffCompletes(second, "userTask_addCommunity", community))
                .hasMessageContaining("has applied to this cycle already (" + first.number() + ", as mentee)");

        scenario.tells(first, "applicant", "withdraw", "withdraw", Map.of("sure", true));
        scenario.staffCompletes(second, "userTask_addCommunity", community);
        assertThat(scenario.tasks(second))
                .extracting(Task::getTaskDefinitionKey)
                .doesNotContain("userTask_addCommunity");
    }

    @Test
    void ofTwoApplicationsSentAtTheSameMomentOneIsTaken() throws Exception {
        Community community = cycle.knownCommunity("Twins", "user-group", 1);
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Boolean> post = () -> {
            together.await();
            try {
                cycle.sends("mentee", community);
                return true;
            } catch (RefusedAnswers refused) {
                return false;
            }
        };
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Future<Boolean> one = two.submit(post);
            Future<Boolean> other = two.submit(post);

            assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(true, false);
        } finally {
            two.shutdown();
        }
        scenario.runJobs();
    }

    @Test
    void aSharedMailboxIsGreetedByTheNameGivenWithTheNewestApplication() {
        String shared = "info" + cycle.day(1, 1).getYear() + "@example.org";
        Case former = cycle.applies(
                "mentee",
                cycle.knownCommunity("Shared mailbox", "user-group", 1),
                Map.of("name", "Former Representative", "email", shared));
        cycle.opens();
        cycle.takesApplications();
        Case current = cycle.applies(
                "mentee",
                cycle.knownCommunity("Shared mailbox", "user-group", 1),
                Map.of("name", "New Representative", "email", shared));

        assertThat(outbox.sentTo(current.number())).isNotEmpty().allSatisfy(mail -> assertThat(mail.to())
                .startsWith("New Representative"));
        assertThat(outbox.sentTo(former.number())).isNotEmpty().allSatisfy(mail -> assertThat(mail.to())
                .startsWith("Former Representative"));
        assertThat(people.withEmail(shared)).get().extracting(Person::name).isEqualTo("Former Representative");

        Person known = people.withEmail(shared).orElseThrow();
        assertThat(names.of(known, cycle.current().number())).isEqualTo("New Representative");
    }
}
