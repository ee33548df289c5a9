package org.peerexchange.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.peerexchange.application.Applying;
import org.peerexchange.application.Offers;
import org.peerexchange.application.RequestingHelp;
import org.peerexchange.mail.Dispatcher;
import org.peerexchange.mail.Outbox;
import org.peerexchange.people.CannotStart;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Communities;
import org.peerexchange.programme.Community;
import org.peerexchange.programme.CommunityFact;
import org.peerexchange.programme.CommunityFacts;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Programmes;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.Author;
import org.peerexchange.trial.process.PassingTime;
import org.peerexchange.trial.process.SampleEngine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Plays a sample cycle at the first start, so that there is something to see: everything happens as it would by hand, on its
 * own day, and every mail is sent once, with the date of that day.
 */
@Component
@Profile("trial")
@ConditionalOnProperty(name = "peerexchange.trial.sample", matchIfMissing = true)
class TrialSample {

    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final Duration A_LITTLE = Duration.ofMinutes(7);

    /** Real time that one mail may take on its way to the trial's own mail server, a slow machine included. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SampleStory story = SampleStory.read();
    private final TrialClock clock;
    private final SampleEngine engine;
    private final Applying applying;
    private final RequestingHelp requestingHelp;
    private final Asking asking;
    private final Offers offers;
    private final Cases cases;
    private final Parties parties;
    private final Communities communities;
    private final CommunityFacts communityFacts;
    private final Programmes programmes;
    private final Dispatcher dispatcher;
    private final Outbox outbox;
    private final PassingTime time;
    private final ZoneId zone;
    private final Path begun;
    private final Map<String, String> applications = new HashMap<>();
    private final Map<String, String> requests = new HashMap<>();
    private volatile boolean beingPlayed;
    private int year;

    TrialSample(
            TrialClock clock,
            SampleEngine engine,
            Applying applying,
            RequestingHelp requestingHelp,
            Asking asking,
            Offers offers,
            Cases cases,
            Parties parties,
            Communities communities,
            CommunityFacts communityFacts,
            Programmes programmes,
            Dispatcher dispatcher,
            Outbox outbox,
            @Value("${peerexchange.trial.data}") Path data) {
        this.clock = clock;
        this.engine = engine;
        this.applying = applying;
        this.requestingHelp = requestingHelp;
        this.asking = asking;
        this.offers = offers;
        this.cases = cases;
        this.parties = parties;
        this.communities = communities;
        this.communityFacts = communityFacts;
        this.programmes = programmes;
        this.dispatcher = dispatcher;
        this.outbox = outbox;
        this.time = engine.time(clock::now, clock::setTo, this::sendMails);
        this.zone = programmes.of(story.programme()).zone();
        this.begun = data.resolve("sample-begun");
        if (Files.exists(begun)) {
            throw new CannotStart(
                    "The first start was interrupted before its sample cycle was complete. Delete the folder "
                            + data.toAbsolutePath() + " and start again.");
        }
    }

    /** After the accounts have been made, in a database that nobody has used yet. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(200)
    void playOnce() throws IOException {
        if (communities.count() > 0) {
            return;
        }
        System.out.println("  The first start: a sample cycle is being played, which takes a moment.");
        Files.createFile(begun);
        beingPlayed = true;
        try {
            engine.withoutJobExecutor(this::play);
        } finally {
            beingPlayed = false;
        }
        Files.delete(begun);
    }

    /** Whether days are jumping just now: pages can be opened before the sample is complete. */
    boolean isBeingPlayed() {
        return beingPlayed;
    }

    private void play() {
        LocalDate today = LocalDate.ofInstant(clock.now(), zone);
        LocalDate first = SampleStory.day(story.begins(), today.getYear());
        year = first.isAfter(today) ? today.getYear() : today.getYear() + 1;
        clock.setTo(morning(story.begins()));
        story.communities().forEach(this::know);
        story.inOrder().forEach(this::play);
        time.until(morning(story.ends()));
    }

    private Instant morning(String day) {
        return SampleStory.day(day, year).atTime(MORNING).atZone(zone).toInstant();
    }

    private void know(String id, SampleStory.KnownCommunity known) {
        communities.save(new Community(id, known.name(), known.type(), known.country(), known.languages()));
        fact(id, "gsf", known.gsf(), SampleStory.day("01-01", year - 1), null);
        LocalDate meeting = SampleStory.day("09-18", year - 1);
        fact(id, "ceeMeetings", known.ceeMeeting(), meeting, meeting);
    }

    private void fact(String community, String kind, String value, LocalDate since, LocalDate until) {
        if (value != null) {
            communityFacts.save(
                    new CommunityFact(community, kind, value, since, until, "Sample", "hanna", clock.now()));
        }
    }

    private void play(SampleStory.Scene scene) {
        Instant moment = clock.now().plus(A_LITTLE);
        time.until(scene.day() == null || morning(scene.day()).isBefore(moment) ? moment : morning(scene.day()));
        try {
            act(scene);
        } catch (RuntimeException e) {
            throw new IllegalStateException("The sample cannot be played: " + scene, e);
        }
        time.runJobs();
    }

    private void act(SampleStory.Scene scene) {
        Map<String, Object> answers = scene.answers(year);
        if (scene.starts() != null) {
            engine.starts(scene.staff(), scene.starts());
        } else if (scene.completes() != null) {
            engine.completes(scene.staff(), number(scene), scene.completes(), answers);
        } else if (scene.claims() != null) {
            engine.claims(scene.staff(), number(scene), scene.claims());
        } else if (scene.applies() != null) {
            applications.put(
                    scene.application(), applying.apply(story.programme(), scene.applies(), answers, Locale.ENGLISH));
        } else if (scene.help() != null) {
            requests.put(scene.help(), requestingHelp.ask(story.programme(), answers, Locale.ENGLISH));
        } else {
            for (String side : scene.side() == null
                    ? List.of(programmes.of(story.programme()).words().applicant())
                    : scene.side()) {
                participates(scene, side, answers);
                time.runJobs();
            }
        }
    }

    private void participates(SampleStory.Scene scene, String side, Map<String, Object> answers) {
        String number = number(scene);
        Author author = Author.person(parties.of(number, side).personId(), side);
        if (scene.tells() != null) {
            String form =
                    offers.of(cases.of(number), scene.tells()).orElseThrow().form();
            asking.tell(number, scene.tells(), form, answers, author);
            return;
        }
        Asking.Request open = engine.requests(number).stream()
                .map(id -> asking.open(id).orElseThrow())
                .filter(request -> request.side().equals(side))
                .filter(request -> request.form().id().equals(scene.asked()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The %s of %s is not asked for %s.".formatted(side, number, scene.asked())));
        Map<String, Object> shown = PostedAnswers.of(open.data());
        shown.putAll(answers);
        asking.answer(open.id(), shown, author);
    }

    private String number(SampleStory.Scene scene) {
        if (scene.application() != null) {
            return applications.get(scene.application());
        }
        if (scene.request() != null) {
            return requests.get(scene.request());
        }
        String cycle = cases.findByKindOrderByNumber(Case.CYCLE).get(0).number();
        return scene.exchange() == null ? cycle : exchange(cycle, scene.exchange());
    }

    /** The pair that was opened last for this mentee. */
    private String exchange(String cycle, String mentee) {
        List<String> pairs = cases.findByCycleAndKindOrderByNumber(cycle, Case.PAIR).stream()
                .map(Case::number)
                .filter(pair -> applications
                        .get(mentee)
                        .equals(parties.of(pair, "mentee").application()))
                .toList();
        return pairs.get(pairs.size() - 1);
    }

    /** The clock must not move while a mail is on its way: it would get another day, or go out twice. */
    private void sendMails() {
        dispatcher.dispatch();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (outbox.hasDue()) {
            if (System.nanoTime() > deadline) {
                throw new CannotStart("The sample cycle cannot be played: a mail has been waiting to be sent for "
                        + PATIENCE.toSeconds() + " seconds. Delete the data folder and start again.");
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
