package org.peerexchange.trial.rehearsal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.peerexchange.people.CannotStart;
import org.peerexchange.trial.process.RehearsalEngine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** {@code --rehearse=<programme> --participants=60 --seed=7}: plays a cycle, prints what happened, and ends. */
@Component
@Profile("rehearsal")
class TrialRehearsal {

    private static final String OWN_FOLDER = "peer-exchange-rehearsal-";

    private final String programme;
    private final int participants;
    private final long seed;
    private final Integer year;
    private final Path data;
    private final Rehearsal.Rooms rooms;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    TrialRehearsal(
            @Value("${rehearse}") String programme,
            @Value("${participants:60}") int participants,
            @Value("${seed:1}") long seed,
            @Value("${year:#{null}}") Integer year,
            @Value("${peerexchange.trial.data}") Path data,
            Rehearsal.Rooms rooms,
            JdbcTemplate jdbc,
            Clock clock) {
        if (!data.getFileName().toString().startsWith(OWN_FOLDER)) {
            throw new CannotStart(
                    "A rehearsal has a database of its own and deletes it afterwards; leave out --peerexchange.trial.data.");
        }
        this.programme = programme;
        this.participants = participants;
        this.seed = seed;
        this.year = year;
        this.data = data;
        this.rooms = rooms;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** After the accounts have been made. */
    @EventListener
    @Order(200)
    void play(ApplicationStartedEvent started) throws IOException {
        int played = year == null ? LocalDate.now(clock).getYear() + 1 : year;
        Rehearsal.Setting setting = new Rehearsal.Setting(programme, participants, seed, played);
        Diary diary = new Rehearsal(setting, rooms).play();
        new RehearsalReport(rooms.programmes().of(programme), setting, diary, jdbc)
                .lines()
                .forEach(System.out::println);
        RehearsalEngine.leaveTheClockAlone();
        ConfigurableApplicationContext application = started.getApplicationContext();
        int exit = SpringApplication.exit(application);
        FileSystemUtils.deleteRecursively(data);
        System.exit(exit);
    }
}
