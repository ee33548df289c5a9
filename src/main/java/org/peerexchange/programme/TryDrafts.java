package org.peerexchange.programme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.peerexchange.people.CannotStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * {@code --drafts=<folder>} (and {@code --cycle=CY-2026}): asks the tables in the folder, and those of today, about a cycle that
 * has been, prints who would be decided differently and by which rule, and ends.
 */
@Component
@Profile("drafts")
class TryDrafts {

    private final Path folder;
    private final String cycle;
    private final Tables tables;
    private final ComparingTables comparing;
    private final Programmes programmes;

    TryDrafts(
            @Value("${drafts}") Path folder,
            @Value("${cycle:#{null}}") String cycle,
            Tables tables,
            ComparingTables comparing,
            Programmes programmes) {
        this.folder = folder;
        this.cycle = cycle;
        this.tables = tables;
        this.comparing = comparing;
        this.programmes = programmes;
    }

    @EventListener
    @Order(200)
    void compare(ApplicationStartedEvent started) {
        int status = 0;
        for (Path draft : drafts()) {
            try {
                lines(comparing.compare(tables.draft(draft), cycle)).forEach(System.out::println);
            } catch (RuntimeException unusable) {
                System.out.printf("%s: %s%n", draft, unusable.getMessage());
                status = 1;
            }
        }
        SpringApplication.exit(started.getApplicationContext());
        System.exit(status);
    }

    private List<Path> drafts() {
        if (!Files.isDirectory(folder)) {
            throw new CannotStart("%s is no folder. Name the folder that holds the drafts.".formatted(folder));
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> drafts = files.filter(file -> file.toString().endsWith(".dmn"))
                    .sorted()
                    .toList();
            if (drafts.isEmpty()) {
                throw new CannotStart("There is no table (.dmn) in %s.".formatted(folder));
            }
            return drafts;
        } catch (IOException unreadable) {
            throw new CannotStart("%s cannot be read.".formatted(folder), unreadable);
        }
    }

    List<String> lines(ComparingTables.Comparison found) {
        List<String> lines = new ArrayList<>();
        long outcomes = found.differently().stream()
                .filter(ComparingTables.Difference::inOutcome)
                .count();
        lines.add(
                "%s, %s: %d cases decided; the draft decides %d of them differently and %d as before, but by other rules"
                        .formatted(
                                found.table(),
                                found.cycle(),
                                found.decided(),
                                outcomes,
                                found.differently().size() - outcomes));
        found.differently().forEach(difference -> {
            Case about = difference.about();
            lines.add("");
            lines.add("  %s %s, decided then: %s; state now: %s"
                    .formatted(
                            about.number(),
                            about.title(),
                            difference.then(),
                            programmes
                                    .of(about.programme())
                                    .state(about.state())
                                    .staff()));
            lines.addAll(lines("today", difference.today()));
            lines.addAll(lines("draft", difference.draft()));
        });
        lines.add("");
        return lines;
    }

    private static List<String> lines(String whose, Ruling ruling) {
        List<String> lines = new ArrayList<>();
        lines.add("    %s: %s".formatted(whose, ruling.outcome() == null ? "no rule fits" : ruling.outcome()));
        ruling.missing().forEach(path -> lines.add("      not known: " + path));
        ruling.fired().forEach(rule -> lines.add("      row %d: %s".formatted(rule.row(), rule.reason())));
        return lines;
    }
}
