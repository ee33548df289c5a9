package org.peerexchange.mentorship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.peerexchange.Scenario;
import org.peerexchange.application.Applying;
import org.peerexchange.mail.Dispatcher;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Facts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What tests of the mentorship play with: a cohort that is open, and people who sign up, pair and meet. */
abstract class RunningCohort {

    private static int nextYear = 2060;

    @Autowired
    Scenario scenario;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Clock clock;

    @Autowired
    Cases cases;

    @Autowired
    Facts facts;

    @Autowired
    Applying applying;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    JdbcTemplate jdbc;

    int year;
    Case cohort;
    String menteeName = "Ana";

    /** What the mentor answers otherwise than usual. */
    Map<String, Object> mentorSays = Map.of();

    Case mentee;
    Case mentor;
    Case pair;

    @BeforeEach
    void aCohortIsOpened() {
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "another test begins", true, true));
        jdbc.update("update app.cases set closed_at = now() where kind = 'cycle' and closed_at is null");
        jdbc.update("delete from app.mails where state = 'waiting'");
        year = nextYear++;
        scenario.itIs(day(1, 10));
        cohort = opens(1, "01-15", "02-15", "03-15", year + "-10-31");
    }

    @AfterEach
    void everyMailCouldBeWrittenAndSent() {
        dispatcher.dispatch();
        assertThat(
                        jdbc.queryForList(
                                "select text || ' ' || state from app.mails where programme = 'mentorship' and state <> 'sent'"))
                .isEmpty();
    }

    Case opens(int half, String opens, String closes, String matchingEnds, String endsOn) {
        scenario.staffStarts(
                "cohort",
                Map.of(
                        "year",
                        year,
                        "half",
                        half,
                        "applicationsOpen",
                        year + "-" + opens,
                        "applicationsClose",
                        year + "-" + closes,
                        "matchingEnds",
                        year + "-" + matchingEnds,
                        "endsOn",
                        endsOn));
        return cases.of("CO-%d-%d".formatted(year, half));
    }

    LocalDate day(int month, int day) {
        return LocalDate.of(year, month, day);
    }

    Case signsUp(String role, String name, Map<String, Object> other) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("name", name);
        answers.put("email", name.toLowerCase().replace(' ', '.') + year + "@example.org");
        answers.put("username", name);
        answers.put("takesPartAs", "person");
        answers.put("languages", List.of("en"));
        answers.put("times", List.of("evenings"));
        answers.put("utcOffset", 1);
        answers.put("hoursPerMonth", 4);
        answers.put("publicList", "no");
        answers.put("acceptsConduct", true);
        if (role.equals("mentee")) {
            answers.put("goals", "A first course with students who write articles.");
        } else {
            answers.put("experience", List.of("programmes"));
            answers.put("experienceAbout", "Ten courses at a university.");
        }
        if (!role.equals("collaborator")) {
            answers.put("skills", List.of("planning", "evaluation"));
        } else {
            answers.keySet().removeAll(List.of("times", "hoursPerMonth"));
        }
        if (role.equals("mentor")) {
            answers.put("menteesWanted", 1);
        }
        answers.putAll(other);
        String number = applying.apply("mentorship", role, answers, Locale.ENGLISH);
        scenario.runJobs();
        return cases.of(number);
    }

    Case accepted(String role, String name, Map<String, Object> other) {
        Case signUp = signsUp(role, name, other);
        scenario.staffCompletes(signUp, "userTask_reviewSignUp", Map.of("signUpDecision", "accept"));
        return signUp;
    }

    void staffSend(Case one, Case other) {
        scenario.staffCompletes(
                cohort,
                "userTask_confirmPairs",
                Map.of("pairs", List.of(one.number() + "+" + other.number()), "matchingDecision", "send"));
    }

    Case lastPair() {
        List<Case> pairs = cases.findByCycleAndKindOrderByNumber(cohort.number(), Case.PAIR);
        return pairs.get(pairs.size() - 1);
    }

    void bothAccept(Case proposed) {
        scenario.answers(proposed, "mentee", Map.of("accepted", "accept"));
        scenario.answers(proposed, "mentor", Map.of("accepted", "accept"));
    }

    /** Ana and Ben are a pair that has accepted each other. */
    void aPairIsMatched() {
        scenario.passesUntil(day(1, 20));
        mentee = accepted("mentee", menteeName, Map.of("email", "ana" + year + "@example.org"));
        mentor = accepted("mentor", "Ben", mentorSays);
        scenario.passesUntil(day(2, 20));
        staffSend(mentee, mentor);
        pair = lastPair();
        bothAccept(pair);
    }

    static Map<String, Object> plan(LocalDate firstMeeting) {
        return Map.of(
                "aims",
                "A course with ten students.",
                "howYouMeet",
                "A call every month.",
                "steps",
                "March: plan. April: begin.",
                "firstMeeting",
                firstMeeting.toString(),
                "agree",
                true);
    }

    /** The pair has a plan, and meets first on 1 March. */
    void aPairMeets() {
        aPairIsMatched();
        scenario.answers(pair, "mentee", plan(day(3, 1)));
        scenario.answers(pair, "mentor", plan(day(3, 1)));
    }

    Map<String, Object> checkIn(double hours, boolean confirms) {
        Map<String, Object> answers =
                new HashMap<>(Map.of("hours", hours, "done", "We met and worked on the course.", "going", "well"));
        answers.put("hoursUntil", LocalDate.now(clock).toString());
        if (confirms) {
            answers.put("confirmsHours", "yes");
        }
        return answers;
    }

    void bothCheckIn(double hours, boolean first) {
        scenario.answers(pair, "mentee", checkIn(hours, !first));
        scenario.answers(pair, "mentor", checkIn(hours, true));
    }

    void bothEvaluate() {
        scenario.answers(pair, "mentee", Map.of("satisfaction", 5, "learned", "How to plan.", "confirmsHours", "yes"));
        scenario.answers(pair, "mentor", Map.of("satisfaction", 4, "learned", "How to listen."));
    }

    void staffLead() {
        scenario.staffCompletes(
                pair, "userTask_leadCheckIn", Map.of("heldOn", "%d-04-02".formatted(year), "notes", "All well."));
    }

    /** All six months of a pair, each with these hours on both sides. */
    void sixMonths(double hours) {
        scenario.passesUntil(day(4, 2));
        bothCheckIn(hours, true);
        scenario.passesUntil(day(5, 2));
        staffLead();
        scenario.passesUntil(day(6, 2));
        bothCheckIn(hours, false);
        bothEvaluate();
        scenario.passesUntil(day(7, 2));
        bothCheckIn(hours, false);
        scenario.passesUntil(day(8, 2));
        staffLead();
        scenario.passesUntil(day(9, 2));
        bothCheckIn(hours, false);
        bothEvaluate();
    }

    int mails(Case about, String text) {
        return jdbc.queryForObject(
                "select count(*) from app.mails where case_number = ? and text = ?",
                Integer.class,
                about.number(),
                text);
    }

    void somebodyReportsTrouble() {
        scenario.tells(
                pair,
                "mentor",
                "trouble",
                "report-pairing-trouble",
                Map.of("what", "We do not find a day.", "wish", "unsure"));
        assertThat(scenario.stateOf(pair)).isEqualTo("in-trouble");
    }

    void staffDecide(String decision) {
        scenario.staffCompletes(
                pair, "userTask_decideHowToGoOn", Map.of("pairingDecision", decision, "reason", "We talked to both."));
    }
}
