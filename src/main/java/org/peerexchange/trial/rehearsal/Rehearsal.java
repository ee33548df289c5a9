package org.peerexchange.trial.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import org.peerexchange.application.Applying;
import org.peerexchange.application.Offers;
import org.peerexchange.mail.Dispatcher;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Communities;
import org.peerexchange.programme.CommunityFacts;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.ProgrammeFacts;
import org.peerexchange.programme.Programmes;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.Attachment;
import org.peerexchange.submission.Attachments;
import org.peerexchange.submission.Author;
import org.peerexchange.submission.Form;
import org.peerexchange.submission.FormData;
import org.peerexchange.submission.LikelyAnswers;
import org.peerexchange.submission.Upload;
import org.peerexchange.trial.PostedAnswers;
import org.peerexchange.trial.process.PassingTime;
import org.peerexchange.trial.process.RehearsalEngine;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plays one whole cycle of a programme: people made up by chance apply and answer what they are asked, staff do what waits for
 * them, and the clock goes on to whatever comes next. The same seed plays the same cycle.
 */
class Rehearsal {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int DAYS_BEFORE_OPENING = 12;
    private static final int STAFF_OF_A_GROUP = 2;

    /** Of a hundred answers, after so many people also say something that nobody asked for, such as that they withdraw. */
    private static final int UNASKED = 3;

    /** Long after its cycle has ended a case that still runs will never end by itself. */
    private static final Duration LONGEST = Duration.ofDays(3 * 365L);

    /** The smallest picture there is: what is in a file does not matter here. */
    private static final byte[] PICTURE = HexFormat.of()
            .parseHex("89504e470d0a1a0a0000000d4948445200000001000000010806000000"
                    + "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082");

    /** What is needed of the application. */
    @Component
    @Profile("rehearsal")
    record Rooms(
            Programmes programmes,
            ProgrammeFacts programmeFacts,
            Communities communities,
            CommunityFacts communityFacts,
            Facts facts,
            Cases cases,
            Parties parties,
            Applying applying,
            Offers offers,
            Asking asking,
            Attachments attachments,
            Dispatcher dispatcher,
            TransactionTemplate transaction,
            RehearsalEngine engine) {}

    /**
     * What is played.
     *
     * @param participants how many apply
     * @param seed what chance begins with
     * @param year year of the cycle
     */
    record Setting(String programme, int participants, long seed, int year) {}

    private record Act(Instant at, int order, Runnable doing) {}

    private final Setting setting;
    private final Rooms rooms;
    private final Programme programme;
    private final ZoneId zone;
    private final RehearsalEngine engine;
    private final PassingTime time;
    private final PriorityQueue<Act> acts =
            new PriorityQueue<>(Comparator.comparing(Act::at).thenComparingInt(Act::order));
    private final Set<String> known = new HashSet<>();
    private final Map<String, Integer> asked = new HashMap<>();
    private final Chance chance;
    private final MadeUpCommunities communities;
    private final Diary diary;
    private final Attempts attempts;
    private int order;

    Rehearsal(Setting setting, Rooms rooms) {
        this.setting = setting;
        this.rooms = rooms;
        this.programme = rooms.programmes().of(setting.programme());
        this.zone = programme.zone();
        this.engine = rooms.engine();
        this.time = engine.time(rooms.dispatcher()::dispatch);
        this.chance = new Chance(setting.seed());
        this.communities =
                new MadeUpCommunities(programme, setting.year(), rooms.communities(), rooms.communityFacts());
        this.diary = new Diary(zone, programme.holidays());
        this.attempts = new Attempts(diary);
    }

    /** Plays the cycle to its end. @return what happened */
    Diary play() {
        Instant begin = firstDay()
                .minusDays(DAYS_BEFORE_OPENING)
                .atTime(MORNING)
                .atZone(zone)
                .toInstant();
        engine.itIs(begin);
        programme.groups().keySet().forEach(group -> engine.staff(group, STAFF_OF_A_GROUP));
        List<String> staff = engine.members(programme.staffGroup());
        if (staff.isEmpty()) {
            throw new IllegalArgumentException("Nobody is in the group %s of %s, so nobody opens a cycle."
                    .formatted(programme.staffGroup(), programme.name()));
        }
        engine.opensCycle(staff.get(0), programme.key(), Map.of("year", setting.year()));
        time.runJobs();
        applicants();
        Instant end = begin.plus(LONGEST);
        for (Instant next = next(); next != null && next.isBefore(end); next = next()) {
            time.until(next);
            while (!acts.isEmpty() && !acts.peek().at().isAfter(engine.now())) {
                acts.poll().doing().run();
                time.runJobs();
            }
        }
        diary.ends(engine.unfinished(), engine.failures(), engine.neverTaken(programme.key()));
        return diary;
    }

    private LocalDate firstDay() {
        return programme.cycleDates().stream()
                .flatMap(days -> days.values().stream())
                .map(day -> MonthDay.parse("--" + day).atYear(setting.year()))
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s has no \"cycleDates\" in its programme.yaml.".formatted(programme.name())));
    }

    /** The moment of what comes next, be it a timer or somebody's act; null when nothing does. */
    private Instant next() {
        for (RehearsalEngine.OpenTask task : engine.newTasks(known)) {
            diary.taskCreated(task, engine.now());
            plan(task);
        }
        Instant timer = engine.nextTimer().orElse(null);
        Instant act = acts.isEmpty() ? null : acts.peek().at();
        return timer == null || act != null && act.isBefore(timer) ? act : timer;
    }

    private void at(Instant moment, Runnable doing) {
        acts.add(new Act(moment, order++, doing));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(engine.now(), zone);
    }

    // those who apply

    private void applicants() {
        Map<String, Object> cycle = rooms.facts().of(currentCycle().number());
        LocalDate opens = (LocalDate) Facts.at(cycle, "cycle.applicationsOpen");
        LocalDate closes = (LocalDate) Facts.at(cycle, "cycle.applicationsClose");
        if (opens == null || closes == null) {
            throw new IllegalArgumentException(
                    "The form that opens a cycle of %s does not ask for applicationsOpen and applicationsClose."
                            .formatted(programme.name()));
        }
        List<String> roles = programme.applications().keySet().stream().sorted().toList();
        long minutes =
                Duration.between(opens.atTime(MORNING), closes.atTime(MORNING)).toMinutes();
        for (int number = 1; number <= setting.participants(); number++) {
            String name = "Participant %03d".formatted(number);
            Random chance = this.chance.about(name);
            String role = roles.get((number - 1) % roles.size());
            communities.of(name, chance, engine.now());
            // Most people apply in the last days.
            long after = (long) (minutes * Math.sqrt(chance.nextDouble()));
            at(opens.atTime(MORNING).plusMinutes(after).atZone(zone).toInstant(), () -> applies(name, role, chance));
        }
    }

    private Case currentCycle() {
        return rooms.programmeFacts()
                .currentCycle(programme.key())
                .orElseThrow(() -> new IllegalArgumentException(
                        "The start form was sent, but no cycle of %s is open.".formatted(programme.name())));
    }

    private void applies(String name, String role, Random chance) {
        Form form =
                rooms.asking().form(programme.applications().get(role).form()).form();
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("name", name);
        given.put("email", MadeUpCommunities.id(name) + "@example.org");
        given.put("username", name);
        if (communities.takePart()) {
            given.put("community", MadeUpCommunities.id(name));
        }
        given.keySet().removeIf(key -> form.field(key).isEmpty());
        try {
            Map<String, Object> facts = rooms.applying().formFacts(programme.key(), role, Locale.ENGLISH);
            LikelyAnswers likely = new LikelyAnswers(form, facts, Map.of(), today(), chance);
            attempts.send(form, likely, given, answers -> rooms.applying()
                    .apply(programme.key(), role, answers, Locale.ENGLISH));
        } catch (Applying.WindowClosed closed) {
            diary.couldNot(form.name(), closed.getMessage());
        }
    }

    // what is asked of people and staff

    private void plan(RehearsalEngine.OpenTask task) {
        int before = asked.merge(task.identity(), 1, Integer::sum);
        Random chance = this.chance.about(task.identity() + "|" + before);
        if (task.request() == null) {
            at(Habit.STAFF.when(engine.now(), task.due(), chance), () -> completes(task, chance));
            return;
        }
        Habit habit = Habit.of(this.chance.about(task.caseNumber() + "|" + task.side()));
        if (habit != Habit.NEVER) {
            at(habit.when(engine.now(), task.due(), chance), () -> answers(task, chance));
        }
    }

    private void answers(RehearsalEngine.OpenTask task, Random chance) {
        Asking.Request request = rooms.asking().open(task.request()).orElse(null);
        if (request == null) {
            return;
        }
        Author author =
                Author.person(rooms.parties().of(task.caseNumber(), task.side()).personId(), task.side());
        request.form().uploads().stream()
                .filter(upload -> upload.min() > 0)
                .forEach(upload -> addsFile(request, upload, author));
        LikelyAnswers likely = new LikelyAnswers(
                request.form(), rooms.facts().of(task.caseNumber()), PostedAnswers.of(request.data()), today(), chance);
        try {
            attempts.send(
                    request.form(), likely, Map.of(), answers -> rooms.asking().answer(request.id(), answers, author));
        } catch (Asking.AlreadyDone done) {
            diary.tooLate();
        }
        if (chance.nextInt(100) < UNASKED) {
            at(
                    engine.now().plus(Duration.ofHours(24 + chance.nextInt(240))),
                    () -> saysUnasked(task.caseNumber(), author, chance));
        }
    }

    /** Withdraws, reports trouble, or whatever else the programme offers, if it is possible then. */
    private void saysUnasked(String caseNumber, Author author, Random chance) {
        List<Programme.Offer> offers = rooms.offers().of(rooms.cases().of(caseNumber)).stream()
                .filter(offer -> rooms.asking()
                        .impossible(caseNumber, offer.message(), offer.form())
                        .isEmpty())
                .toList();
        if (offers.isEmpty()) {
            return;
        }
        Programme.Offer offer = offers.get(chance.nextInt(offers.size()));
        Form form = rooms.asking().form(offer.form()).form();
        Map<String, Object> facts = rooms.facts().of(caseNumber);
        LikelyAnswers likely =
                new LikelyAnswers(form, facts, PostedAnswers.of(FormData.of(form, facts)), today(), chance);
        try {
            attempts.send(form, likely, Map.of(), answers -> rooms.asking()
                    .tell(caseNumber, offer.message(), offer.form(), answers, author));
            diary.saidUnasked();
        } catch (Asking.AlreadyDone done) {
            diary.tooLate();
        }
    }

    private void addsFile(Asking.Request request, Upload upload, Author author) {
        rooms.transaction().executeWithoutResult(status -> rooms.attachments()
                .save(new Attachment(
                        request.caseNumber(),
                        request.id(),
                        upload.name(),
                        "photo.png",
                        "image/png",
                        PICTURE,
                        HexFormat.of().formatHex(new byte[32]),
                        author.id(),
                        engine.now())));
    }

    private void completes(RehearsalEngine.OpenTask task, Random chance) {
        if (!engine.isOpen(task)) {
            return;
        }
        List<String> members = new ArrayList<>(engine.members(task.group()));
        java.util.Collections.shuffle(members, chance);
        if (members.isEmpty()) {
            diary.couldNot(task.name(), "Nobody is in the group %s.".formatted(task.group()));
            return;
        }
        Form form = rooms.asking().form(task.form()).form();
        Map<String, Object> facts = rooms.facts().of(task.caseNumber());
        LikelyAnswers likely =
                new LikelyAnswers(form, facts, PostedAnswers.of(FormData.of(form, facts)), today(), chance);
        attempts.send(
                form,
                likely,
                Map.of(),
                answers -> Attempts.oneOf(members, member -> engine.completes(member, task, answers)));
    }
}
