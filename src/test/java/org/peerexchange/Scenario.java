package org.peerexchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.peerexchange.people.People;
import org.peerexchange.people.Person;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Communities;
import org.peerexchange.programme.Community;
import org.peerexchange.programme.FactCatalogue;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.OpeningCases;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.peerexchange.programme.ProgrammeFiles;
import org.peerexchange.programme.process.ModelReader;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.Author;
import org.peerexchange.trial.process.PassingTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** Plays a case in the programme's words: people answer, staff decide, time passes. */
@TestComponent
public class Scenario {

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private FormService forms;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private IdentityService identity;

    @Autowired
    private OpeningCases opening;

    @Autowired
    private Cases cases;

    @Autowired
    private FactCatalogue catalogue;

    @Autowired
    private Facts facts;

    @Autowired
    private Parties parties;

    @Autowired
    private People people;

    @Autowired
    private Communities communities;

    @Autowired
    private Asking asking;

    @Autowired
    private Clock clock;

    /** Sets the clock to noon of this day in the hub's zone. */
    public void itIs(LocalDate day) {
        ClockUtil.setCurrentTime(
                Date.from(day.atTime(12, 0).atZone(ZoneId.of("Europe/Warsaw")).toInstant()));
    }

    /** Lets time pass, firing every timer at its own moment on the way. */
    public void passes(Duration time) {
        until(clock.instant().plus(time));
    }

    /** Lets time pass until noon of this day. */
    public void passesUntil(LocalDate day) {
        until(day.atTime(12, 0).atZone(ZoneId.of("Europe/Warsaw")).toInstant());
    }

    /** The application was down for this time: all that became due meanwhile is found at once. */
    public void comesBackAfter(Duration pause) {
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(pause)));
        runJobs();
    }

    private void until(Instant end) {
        time().until(end);
    }

    /** Does everything that waits for the job executor only, timers that are due included. */
    public void runJobs() {
        time().runJobs();
    }

    private PassingTime time() {
        return new PassingTime(jobs, clock::instant, moment -> ClockUtil.setCurrentTime(Date.from(moment)), () -> {});
    }

    /** A cycle of this year with these answers in its opening form, not started. */
    public Case cycle(int year) {
        return opening.cycle("exchange", String.valueOf(year), "Exchange " + year);
    }

    public Community community(String name, String type) {
        return communities
                .named(name)
                .orElseGet(() -> communities.save(
                        new Community("C-" + UUID.randomUUID().toString().substring(0, 8), name, type, "XX", "en")));
    }

    public Person person(String name) {
        String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
        return people.withEmail(email)
                .orElseGet(() -> people.save(new Person(
                        UUID.randomUUID().toString(), name, email, "", Locale.ENGLISH, ZoneId.of("Europe/Warsaw"))));
    }

    /** A case of this kind in a cycle, with a person of that name and a community on each side. */
    public Case caseWith(Case cycle, String kind, String... sides) {
        Case opened = opening.inCycle(cycle, kind, String.join(" and ", sides));
        for (String side : sides) {
            parties.save(new Party(
                    opened.number(),
                    side,
                    person("Person " + side).id(),
                    null,
                    community("Community of the " + side, "user-group").id(),
                    null));
        }
        return opened;
    }

    public ProcessInstance start(String process, Case subject, Map<String, Object> variables) {
        ProcessInstance started = runtime.startProcessInstanceByKey(process, subject.number(), variables);
        runJobs();
        return started;
    }

    public Case caseOf(String number) {
        return cases.of(number);
    }

    public String stateOf(Case subject) {
        return cases.of(subject.number()).state();
    }

    /** The open task with this id in a case's processes. */
    public Task task(Case subject, String id) {
        List<Task> found = tasks.createTaskQuery()
                .processInstanceBusinessKey(subject.number())
                .taskDefinitionKey(id)
                .list();
        assertThat(found).as("%s in %s", id, subject.number()).hasSize(1);
        return found.get(0);
    }

    public List<Task> tasks(Case subject) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(subject.number())
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    /** A member of staff completes a task, in each group another one; then everything that follows by itself happens. */
    public void staffCompletes(Case subject, String task, Map<String, Object> answers) {
        List<String> groups = groupsOf(task(subject, task));
        staffCompletes("somebody in " + String.join(", ", groups), subject, task, answers);
    }

    /** This member of staff, who is in the groups that may, completes a task; then everything that follows by itself happens. */
    public void staffCompletes(String who, Case subject, String task, Map<String, Object> answers) {
        Task open = task(subject, task);
        identity.setAuthentication(who, groupsOf(open));
        try {
            tasks.complete(open.getId(), answers);
        } finally {
            identity.clearAuthentication();
        }
        runJobs();
    }

    /** A member of staff starts a process by its form. */
    public void staffStarts(String process, Map<String, Object> answers) {
        forms.submitStartForm(
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .latestVersion()
                        .singleResult()
                        .getId(),
                answers);
        runJobs();
    }

    private List<String> groupsOf(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The request that is open for a side of a case. */
    public Asking.Request request(Case subject, String side) {
        List<Asking.Request> open = tasks(subject).stream()
                .filter(task -> task.getTaskDefinitionKey().equals("userTask_answer"))
                .map(task -> asking.open(task.getProcessInstanceId()).orElseThrow())
                .filter(request -> request.side().equals(side))
                .toList();
        assertThat(open).as("requests to the %s of %s", side, subject.number()).hasSize(1);
        return open.get(0);
    }

    public boolean isAsked(Case subject, String side) {
        return tasks(subject).stream()
                .filter(task -> task.getTaskDefinitionKey().equals("userTask_answer"))
                .map(task -> asking.open(task.getProcessInstanceId()).orElseThrow())
                .anyMatch(request -> request.side().equals(side));
    }

    /** The person on a side answers what they are asked; then everything that follows by itself happens. */
    public void answers(Case subject, String side, Map<String, Object> answers) {
        Asking.Request request = request(subject, side);
        asking.answer(
                request.id(),
                answers,
                Author.person(parties.of(subject.number(), side).personId(), side));
        runJobs();
    }

    /** A participant starts something unasked, such as withdrawing. */
    public void tells(Case subject, String side, String message, String form, Map<String, Object> answers) {
        asking.tell(
                subject.number(),
                message,
                form,
                answers,
                Author.person(parties.of(subject.number(), side).personId(), side));
        runJobs();
    }

    /** A case hears a message, as from the cycle it is in. */
    public void tells(Case subject, String message) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(subject.number())
                .correlate();
        runJobs();
    }

    /** Ids of the elements a case's processes have passed, in no particular order. */
    public List<String> passed(Case subject) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(subject.number()).list().stream()
                .flatMap(
                        instance -> history
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(instance.getId())
                                .finished()
                                .list()
                                .stream())
                .filter(activity -> !activity.isCanceled())
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    public boolean isRunning(ProcessInstance instance) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count()
                > 0;
    }

    /** The names of all facts about the cases of a cycle that the catalogue of facts does not have; there should be none. */
    public List<String> factsWithoutAName(Case cycle) {
        FactCatalogue.Known known = catalogue.in(new ModelReader(ProgrammeFiles.builtIn()).read(), cycle.programme());
        return Stream.concat(
                        Stream.of(cycle),
                        Stream.of(Case.APPLICATION, Case.PAIR)
                                .flatMap(kind -> cases.findByCycleAndKindOrderByNumber(cycle.number(), kind).stream()))
                .flatMap(one -> paths("", facts.of(one.number())))
                .distinct()
                .flatMap(path -> known.wrong(path).stream())
                .toList();
    }

    private static Stream<String> paths(String before, Map<?, ?> facts) {
        return facts.entrySet().stream()
                .flatMap(fact -> fact.getValue() instanceof Map<?, ?> more && !more.isEmpty()
                        ? paths(before + fact.getKey() + ".", more)
                        : Stream.of(before + fact.getKey()));
    }
}
