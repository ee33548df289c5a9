package org.peerexchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.peerexchange.submission.Author;
import org.peerexchange.submission.Form;
import org.peerexchange.submission.Submitting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One matched pair in a cycle of a year that no other test uses. The pair was agreed on 1 June; its visit is planned for 6 to 9
 * September.
 */
@TestComponent
public class RunningExchange {

    private static final AtomicInteger YEAR = new AtomicInteger(2300);

    @Autowired
    private Scenario scenario;

    @Autowired
    private Parties parties;

    @Autowired
    private Submitting submitting;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    private int year;
    private Case pair;
    private ProcessInstance process;

    /** The pair is agreed and nothing is running yet. */
    public Case agreed() {
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "another test begins", true, true));
        year = YEAR.getAndIncrement();
        scenario.itIs(day(6, 1));
        Case cycle = scenario.cycle(year);
        pair = scenario.caseWith(cycle, Case.PAIR, "mentee", "mentor", "traveller", "host");
        jdbc.update(
                "insert into app.matches values (?, ?, ?, ?, 0, '', false, 'AGREED', 0)",
                pair.number(),
                cycle.number(),
                cameFromAnApplication(cycle, "mentee"),
                cameFromAnApplication(cycle, "mentor"));
        knows(cycle.number(), "open-cycle", usualCycle(), Author.staff("staff"));
        return pair;
    }

    private String cameFromAnApplication(Case cycle, String side) {
        Party known = parties.of(pair.number(), side);
        Case application = scenario.caseWith(cycle, Case.APPLICATION, "applicant");
        parties.save(new Party(
                pair.number(), side, known.personId(), known.name(), known.communityId(), application.number()));
        return application.number();
    }

    /** A process runs for the agreed pair. */
    public void runs(String id, Map<String, Object> variables) {
        process = scenario.start(id, pair, variables);
    }

    /** The whole exchange runs up to the moment when the hub has approved the plan. */
    public void isPlanned(boolean advance) {
        runs("exchange", Map.of());
        scenario.answers(pair, "mentee", plan(advance));
        scenario.answers(pair, "mentor", plan(advance));
        hubApproves();
    }

    public void hubApproves() {
        scenario.staffCompletes(pair, "userTask_approvePlan", Map.of("hubDecision", "approve"));
    }

    /** The whole exchange runs up to the moment when the journey is booked. */
    public void isBooked() {
        isPlanned(false);
        scenario.answers(pair, "traveller", travelDetails("not-needed"));
        scenario.staffCompletes(pair, "userTask_bookTravel", booking());
    }

    /** The whole exchange runs up to the reports, all in time. */
    public void isVisited() {
        isBooked();
        scenario.passesUntil(day(9, 7));
        scenario.staffCompletes(pair, "userTask_holdCheckIn", Map.of("checkIn", "not-needed"));
        scenario.passesUntil(day(9, 10));
        scenario.answers(pair, "host", Map.of("endedOn", day(9, 9).toString()));
    }

    /** The case has this document, as if it had been asked for. */
    public void knows(String form, Map<String, Object> answers) {
        knows(pair.number(), form, answers, Author.person("test", "mentee"));
    }

    private void knows(String number, String form, Map<String, Object> answers, Author author) {
        transaction.executeWithoutResult(status -> submitting.keep(number, form(form), 1, answers, author, null));
    }

    private static Form form(String id) {
        try {
            return Form.parse(Files.readString(Path.of("forms", "exchange", id + ".form")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    public boolean isRunning() {
        return scenario.isRunning(process);
    }

    /** A day of the cycle's year. */
    public LocalDate day(int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private Map<String, Object> usualCycle() {
        return Map.of(
                "year",
                year,
                "applicationsOpen",
                day(2, 1).toString(),
                "applicationsClose",
                day(3, 1).toString(),
                "matchingEnds",
                day(5, 15).toString(),
                "visitsEnd",
                day(11, 15).toString(),
                "endsOn",
                day(12, 20).toString(),
                "visitDaysMin",
                3,
                "visitDaysMax",
                5,
                "advanceLimit",
                600,
                "eligibilityRule",
                "and");
    }

    public Map<String, Object> plan(boolean advance) {
        return plan(day(9, 6), advance);
    }

    public Map<String, Object> plan(LocalDate start, boolean advance) {
        Map<String, Object> plan = new HashMap<>();
        plan.put("objectives", List.of(Map.of("objective", "Two of us can chair an assembly alone.")));
        plan.put("visitStart", start.toString());
        plan.put("visitEnd", start.plusDays(3).toString());
        plan.put("place", "Exampletown");
        plan.put("travelMode", "train");
        plan.put("visaNeeded", "no");
        List<Map<String, Object>> days = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            days.add(Map.of("date", start.plusDays(i).toString(), "morning", "Sit in", "afternoon", "Talk it over"));
        }
        plan.put("days", days);
        plan.put("coWorking", "The agenda of the next assembly.");
        plan.put("readingMaterials", "The by-laws.");
        plan.put(
                "questions",
                IntStream.rangeClosed(1, 10)
                        .mapToObj(i -> Map.of("question", "Question " + i))
                        .toList());
        plan.put("budget", List.of(Map.of("category", "meals", "what", "Lunches", "amount", 200)));
        plan.put("advanceRequested", advance);
        if (advance) {
            plan.put("advanceAmount", 200);
        }
        plan.put("agree", true);
        return plan;
    }

    public Map<String, Object> travelDetails(String visa) {
        return Map.of(
                "passportName", "Example Traveller",
                "birthDate", "1990-05-17",
                "departureFrom", "Sampleville",
                "citizenship", "Exampleland",
                "visaStatus", visa);
    }

    public Map<String, Object> booking() {
        return Map.of(
                "mode",
                "train",
                "transportClass",
                "economy",
                "outboundOn",
                day(9, 5).toString(),
                "returnOn",
                day(9, 10).toString(),
                "transportDetails",
                "EC 17 at 9:00",
                "transportAmount",
                120,
                "lodgingName",
                "Hotel Example",
                "lodgingNights",
                4,
                "lodgingAmount",
                300);
    }

    public Map<String, Object> menteeReport(String done) {
        return Map.of(
                "done", done,
                "reached", "Both.",
                "change", "We vote differently.",
                "difficult", "Little.",
                "evidenceLink", "Category:Exchange",
                "agree", true);
    }

    /** Both sides send their report, and the mentor signs the mentee's. */
    public void reportsAreSigned() {
        scenario.answers(pair, "mentor", mentorReport());
        scenario.answers(pair, "mentee", menteeReport("We sat in."));
        scenario.answers(pair, "mentor", Map.of("coSign", "sign"));
    }

    public Map<String, Object> mentorReport() {
        return Map.of(
                "shared", "Our minutes.",
                "learned", "Patience.",
                "difficult", "Little.",
                "next", "Begin small.",
                "evidenceLink", "Category:Exchange");
    }

    public Map<String, Object> proposedCall(LocalDate on) {
        return Map.of(
                "callOn", on.toString(),
                "callAt", "16:00",
                "actions",
                        List.of(Map.of(
                                "what",
                                "Hold the assembly",
                                "by",
                                on.plusDays(30).toString())));
    }

    public Map<String, Object> callNotes() {
        return Map.of(
                "callHeld",
                true,
                "minutes",
                60,
                "actionItems",
                List.of(Map.of("what", "Send the minutes", "whom", "Mentee")));
    }

    public Map<String, Object> trouble(String kind) {
        return Map.of("troubleKind", kind, "what", "It does not work.", "wish", "unsure");
    }
}
