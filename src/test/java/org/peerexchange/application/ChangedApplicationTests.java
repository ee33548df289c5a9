package org.peerexchange.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.RunningCycle;
import org.peerexchange.Scenario;
import org.peerexchange.mail.Outbox;
import org.peerexchange.mail.SentMail;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Community;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.Programme;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.FormData;
import org.peerexchange.submission.RefusedAnswers;
import org.springframework.beans.factory.annotation.Autowired;

/** A community changes its application until the window closes; who reads it sees what is different. */
@PeerExchangeTest
class ChangedApplicationTests {

    private static final String CHANGED = "applicationChanged";
    private static final String PROBLEM = "We do not know how to find people for our board.";

    @Autowired
    private Scenario scenario;

    @Autowired
    private RunningCycle cycle;

    @Autowired
    private Facts facts;

    @Autowired
    private Offers offers;

    @Autowired
    private Asking asking;

    @Autowired
    private Outbox outbox;

    @BeforeEach
    void applicationsAreOpen() {
        cycle.opens();
        cycle.takesApplications();
    }

    private Case mentee() {
        return cycle.applies("mentee", cycle.knownCommunity("Examplia", "user-group", 1), Map.of());
    }

    private void changes(Case application, String role, Map<String, Object> other) {
        Map<String, Object> answers = new HashMap<>(cycle.usually(role));
        answers.putAll(other);
        scenario.tells(application, "applicant", CHANGED, role + "-application", answers);
    }

    @Test
    void bothReviewersLookAgainAndSeeWhatIsDifferent() {
        Case application = mentee();
        cycle.hubRecommends(application, "accept", "");

        changes(application, "mentee", Map.of("problem", PROBLEM, "topics", List.of("governance", "glam")));

        assertThat(scenario.stateOf(application)).isEqualTo("in-review");
        assertThat(scenario.tasks(application)).hasSize(2);
        Map<String, Object> shown = FormData.of(asking.form("hub-review").form(), facts.of(application.number()));
        assertThat(Facts.at(shown, "menteeApplication.version")).isEqualTo(2);
        assertThat(Facts.at(shown, "menteeApplication.changes"))
                .isEqualTo(List.of(
                        Map.of(
                                "question",
                                "Which one problem do you want to solve?",
                                "before",
                                cycle.usually("mentee").get("problem"),
                                "now",
                                PROBLEM),
                        Map.of(
                                "question",
                                "Which topics does it belong to?",
                                "before",
                                "Governance",
                                "now",
                                "Governance, Libraries and museums")));
        assertThat(outbox.sentTo(application.number()))
                .extracting(SentMail::text)
                .containsExactlyInAnyOrder("application-received", "application-changed");
        cycle.bothRecommend(application, "accept", "");
        assertThat(scenario.stateOf(application)).isEqualTo("in-pool");
        assertThat(scenario.passed(application)).contains("boundaryEvent_changedInReview");
    }

    @Test
    void whoAppliesAndForWhichCommunityStays() {
        Case application = mentee();
        Object community = Facts.at(facts.of(application.number()), "menteeApplication.community");

        changes(application, "mentee", Map.of("name", "Somebody Else", "email", "x@example.org", "community", "other"));

        Map<String, Object> known = facts.of(application.number());
        assertThat(Facts.at(known, "menteeApplication.name")).isEqualTo("Example Applicant");
        assertThat(Facts.at(known, "menteeApplication.community")).isEqualTo(community);
        assertThat(Facts.at(known, "menteeApplication.version"))
                .as("nothing else was said")
                .isEqualTo(1);
    }

    @Test
    void anApplicationChangesWhileFactsAboutItsCommunityAreLookedUp() {
        Community unknown = scenario.community("Unheard of " + cycle.year(), "user-group");
        Case application = cycle.applies("mentee", unknown, Map.of());
        assertThat(scenario.stateOf(application)).isEqualTo("facts-wanted");

        changes(application, "mentee", Map.of("problem", PROBLEM));

        assertThat(scenario.stateOf(application)).isEqualTo("facts-wanted");
        assertThat(scenario.tasks(application)).hasSize(1);
        assertThat(scenario.passed(application)).contains("boundaryEvent_changedBeforeReview");
    }

    @Test
    void aCommunityThatStaffHaveAddedInTheMeantimeIsNoObstacle() {
        String name = "Terra Nova " + cycle.year();
        Map<String, Object> described = Map.of(
                "communityName",
                name,
                "communityType",
                "user-group",
                "communityCountry",
                "Terra",
                "communityLanguages",
                List.of("en"));
        Case application = cycle.applies("mentee", null, described);
        scenario.staffCompletes(
                application,
                "userTask_addCommunity",
                Map.of("name", name, "type", "user-group", "country", "Terra", "languages", List.of("en")));

        Map<String, Object> now = new HashMap<>(described);
        now.put("problem", PROBLEM);
        changes(application, "mentee", now);

        assertThat(Facts.at(facts.of(application.number()), "menteeApplication.problem"))
                .isEqualTo(PROBLEM);
        assertThat(Facts.at(facts.of(application.number()), "menteeApplication.community"))
                .isEqualTo(Facts.at(facts.of(application.number()), "community.id"));
        assertThat(scenario.stateOf(application)).isEqualTo("facts-wanted");
        assertThat(scenario.tasks(application))
                .as("it is not added twice")
                .noneMatch(task -> task.getTaskDefinitionKey().equals("userTask_addCommunity"));
    }

    @Test
    void theFormIsTheOneTheyAppliedByAndIsOfferedOnlyWhileItCanBeChanged() {
        Case mentor = cycle.applies("mentor", cycle.knownCommunity("Mentoria", "chapter", 1), Map.of());
        assertThat(offers.of(mentor, CHANGED)).map(Programme.Offer::form).contains("mentor-application");
        assertThat(asking.impossible(mentor.number(), CHANGED, "mentor-application"))
                .isEmpty();

        scenario.passesUntil(cycle.day(3, 2));

        assertThat(asking.impossible(mentor.number(), CHANGED, "mentor-application"))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("Applications are closed."));
        assertThatThrownBy(() -> changes(mentor, "mentor", Map.of()))
                .isInstanceOf(RefusedAnswers.class)
                .hasMessageContaining("Applications are closed");
    }

    @Test
    void whatWasDecidedIsChangedNoMore() {
        Case application = mentee();
        cycle.bothRecommend(application, "accept", "");

        assertThat(asking.impossible(application.number(), CHANGED, "mentee-application"))
                .isPresent();
    }
}
