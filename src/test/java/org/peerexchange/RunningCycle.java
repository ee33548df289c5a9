package org.peerexchange;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.peerexchange.application.Applying;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Community;
import org.peerexchange.programme.CommunityFact;
import org.peerexchange.programme.CommunityFacts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** The exchange's one open cycle, opened by staff with its usual dates, and communities that apply to it. */
@TestComponent
public class RunningCycle {

    private static final int FIRST_YEAR = 2040;

    /** A cycle can be opened up to 2100. Each class of tests begins without cases, so a year may come again. */
    private static final int YEARS = 60;

    private static final AtomicInteger OPENED = new AtomicInteger();

    @Autowired
    private Scenario scenario;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private FormService forms;

    @Autowired
    private Cases cases;

    @Autowired
    private CommunityFacts communityFacts;

    @Autowired
    private Applying applying;

    @Autowired
    private JdbcTemplate jdbc;

    private int year;
    private ProcessInstance process;

    /** Staff open a cycle on 10 January of a year that no other test of its class uses; whatever other tests left running is ended. */
    public Case opens() {
        return opens(Map.of());
    }

    /** @param other answers that differ from the usual ones */
    public Case opens(Map<String, Object> other) {
        endWhatIsLeft();
        year = FIRST_YEAR + OPENED.getAndIncrement() % YEARS;
        scenario.itIs(day(1, 10));
        Map<String, Object> answers = new HashMap<>(usual());
        answers.putAll(other);
        process = start("exchange-cycle", answers);
        scenario.runJobs();
        return current();
    }

    public Case current() {
        return cases.of("CY-" + year);
    }

    private ProcessInstance start(String model, Map<String, Object> answers) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(model)
                .latestVersion()
                .singleResult()
                .getId();
        return forms.submitStartForm(definition, answers);
    }

    /** What the opening form of this year's cycle usually says. */
    public Map<String, Object> usual() {
        return Map.of(
                "year",
                year,
                "applicationsOpen",
                year + "-02-01",
                "applicationsClose",
                year + "-03-01",
                "matchingEnds",
                year + "-05-15",
                "visitsEnd",
                year + "-11-15",
                "endsOn",
                year + "-12-20",
                "visitDaysMin",
                3,
                "visitDaysMax",
                5,
                "advanceLimit",
                600,
                "eligibilityRule",
                "and");
    }

    /** Staff try to open a cycle with other answers while this one runs or after it. */
    public void opensAnother(Map<String, Object> answers) {
        start("exchange-cycle", answers);
    }

    /** Staff move days of the cycle. @param moved the answers that differ from the cycle as it was opened */
    public void changesDays(Map<String, Object> moved) {
        Map<String, Object> answers = new HashMap<>();
        List.of("applicationsOpen", "applicationsClose", "matchingEnds", "visitsEnd", "endsOn")
                .forEach(day -> answers.put(day, usual().get(day)));
        answers.put("reason", "Many communities asked for more time.");
        answers.put("tellEveryone", false);
        answers.putAll(moved);
        start("change-cycle", answers);
        scenario.runJobs();
    }

    public int year() {
        return year;
    }

    /** A day of the cycle's year. */
    public LocalDate day(int month, int day) {
        return LocalDate.of(year, month, day);
    }

    public void takesApplications() {
        scenario.passesUntil(day(2, 10));
    }

    public ProcessInstance process() {
        return process;
    }

    /** A community of this type about which staff know that it does not receive the GSF and how many meetings it attended. */
    public Community knownCommunity(String name, String type, int meetings) {
        Community community = scenario.community(name + " " + year, type);
        knows(community, "gsf", "no", day(1, 1));
        knows(community, "ceeMeetings", meetings > 0 ? "yes" : "no", day(1, 2));
        return community;
    }

    private void knows(Community community, String kind, String value, LocalDate on) {
        communityFacts.save(new CommunityFact(
                community.id(),
                kind,
                value,
                on,
                kind.equals("gsf") ? null : on,
                "A list",
                "staff",
                on.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    /** A community applies on the public page. */
    public Case applies(String role, Community community, Map<String, Object> other) {
        String number = applying.apply("exchange", role, answers(role, community, other), Locale.ENGLISH);
        scenario.runJobs();
        return cases.of(number);
    }

    /** A community sends its application, and nothing of what follows by itself happens yet. */
    public void sends(String role, Community community) {
        applying.apply("exchange", role, answers(role, community, Map.of()), Locale.ENGLISH);
    }

    private Map<String, Object> answers(String role, Community community, Map<String, Object> other) {
        Map<String, Object> answers = usually(role);
        answers.put("community", community == null ? "other" : community.id());
        answers.putAll(other);
        return answers;
    }

    /** What an application in this role usually says, but for the community. */
    public Map<String, Object> usually(String role) {
        return role.equals("mentee") ? asMentee() : asMentor();
    }

    private Map<String, Object> both() {
        Map<String, Object> answers = new HashMap<>();
        answers.put("name", "Example Applicant");
        answers.put("email", "applicant" + year + "@example.org");
        answers.put("username", "Example applicant");
        answers.put("activeMembers", 20);
        answers.put("topics", List.of("governance"));
        answers.put("direction", "either");
        answers.put("languages", List.of("en"));
        answers.put("availableFrom", year + "-06-01");
        answers.put("availableUntil", year + "-09-30");
        answers.put("partnerAgreed", "no");
        Stream.of("acceptsPlan", "acceptsBooking", "acceptsConduct", "acceptsReport")
                .forEach(commitment -> answers.put(commitment, true));
        return answers;
    }

    private Map<String, Object> asMentee() {
        Map<String, Object> answers = both();
        answers.put("maturity", "developing");
        answers.put("activity", "medium");
        answers.put("problem", "We have never run a general assembly and do not know how to begin.");
        answers.put("goalOutsideExpertise", "yes");
        answers.put("ownExpertise", "Photo walks and writing weeks.");
        return answers;
    }

    private Map<String, Object> asMentor() {
        Map<String, Object> answers = both();
        answers.put("maturity", "established");
        answers.put("activity", "high");
        answers.put(
                "projects",
                List.of(Map.of(
                        "topic", "governance",
                        "link", "https://meta.wikimedia.org/wiki/Example",
                        "about", "Our yearly assembly.")));
        answers.put("leadMentor", "Example Mentor");
        answers.put("leadMentorDays", 4);
        answers.put("exchangesOffered", 1);
        answers.put("canShare", "yes");
        answers.put("acceptsMentorPolicy", true);
        return answers;
    }

    /** Both reviewers recommend the same. */
    public void bothRecommend(Case application, String recommendation, String reason) {
        hubRecommends(application, recommendation, reason);
        groupRecommends(application, recommendation, reason);
    }

    public void hubRecommends(Case application, String recommendation, String reason) {
        scenario.staffCompletes(
                application,
                "userTask_reviewAsHubStaff",
                Map.of("hubRecommendation", recommendation, "reason", reason, "question", reason));
    }

    public void groupRecommends(Case application, String recommendation, String reason) {
        scenario.staffCompletes(
                application,
                "userTask_reviewAsWorkingGroup",
                Map.of("groupRecommendation", recommendation, "reason", reason, "question", reason));
    }

    private void endWhatIsLeft() {
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "another test begins", true, true));
        jdbc.update("update app.cases set closed_at = now() where kind = 'cycle' and closed_at is null");
    }
}
