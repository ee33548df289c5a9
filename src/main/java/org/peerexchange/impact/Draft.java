package org.peerexchange.impact;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A draft of a cycle's impact report.
 *
 * @param summary plain text
 * @param report wikitext for Meta-Wiki
 */
record Draft(String summary, String report) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** A quote, not the whole answer: staff shorten further. */
    private static final int LONGEST_QUOTE = 800;

    /** Leaves staff room to write: their form takes 50 000 characters. */
    private static final int LONGEST_REPORT = 40_000;

    static Draft of(CycleRecord cycle) {
        Figures figures = Figures.of(cycle);
        String summary = "%s received %s. %s from %s found a partner; %s took place, with %s of working together."
                .formatted(
                        cycle.title(),
                        counted(figures.applied(), "application", "applications"),
                        counted(figures.communities().size(), "community", "communities"),
                        counted(figures.countries().size(), "country", "countries"),
                        counted(figures.visits(), "visit", "visits"),
                        counted(figures.visitDays(), "day", "days"));
        return new Draft(summary, new Writer(cycle, figures).write(summary));
    }

    private static String counted(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** Writes the report section by section. */
    private static final class Writer {

        private final CycleRecord cycle;
        private final Figures figures;
        private final StringBuilder text = new StringBuilder();

        Writer(CycleRecord cycle, Figures figures) {
            this.cycle = cycle;
            this.figures = figures;
        }

        String write(String summary) {
            line(Wikitext.words(summary));
            inFigures();
            applications();
            exchanges();
            cycle.exchanges().stream().filter(Exchange::visited).forEach(this::story);
            focusGroup();
            pictures();
            return text.toString();
        }

        private void inFigures() {
            heading(2, "In figures");
            text.append("{| class=\"wikitable\"\n! What !! Number\n");
            row("Applications", figures.applied());
            row("Pairs proposed", figures.proposed());
            row("Pairs agreed", figures.agreed());
            row("Exchanges completed", figures.completed());
            row("Exchanges cancelled", figures.cancelled());
            row("Visits", figures.visits());
            row("Days of visit", figures.visitDays());
            row("Reports on time", figures.reportsOnTime());
            row("Reports late", figures.reportsLate());
            row("Reports missing", figures.reportsMissing());
            row("Follow-up calls held", figures.callsHeld());
            row("Action items agreed", figures.actionItems());
            row("Hosting advances paid (EUR)", figures.paid());
            row("Of these spent (EUR)", figures.spent());
            row("Of these returned (EUR)", figures.returned());
            line("|}");
            said(
                    "Communities",
                    figures.communities().stream().map(Wikitext::words).collect(Collectors.joining(", ")));
            said("Countries", figures.countries().stream().map(Wikitext::words).collect(Collectors.joining(", ")));
            said(
                    "Topics",
                    figures.topics().entrySet().stream()
                            .map(topic -> "%s (%d)".formatted(topicLabel(topic.getKey()), topic.getValue()))
                            .collect(Collectors.joining(", ")));
        }

        private void applications() {
            if (figures.applications().isEmpty()) {
                return;
            }
            heading(2, "Applications");
            text.append("{| class=\"wikitable\"\n! Role !! Outcome !! Applications\n");
            figures.applications()
                    .forEach((role, outcomes) -> outcomes.forEach(
                            (outcome, count) -> row(Wikitext.words(role), Wikitext.words(outcome), count)));
            line("|}");
        }

        private void exchanges() {
            List<Exchange> agreed =
                    cycle.exchanges().stream().filter(Exchange::agreed).toList();
            if (agreed.isEmpty()) {
                return;
            }
            heading(2, "Exchanges");
            text.append("{| class=\"wikitable\"\n! Mentee !! Mentor !! Topics !! Visit !! State\n");
            for (Exchange exchange : agreed) {
                row(
                        side(exchange.mentee()),
                        side(exchange.mentor()),
                        exchange.topics().stream().map(this::topicLabel).collect(Collectors.joining(", ")),
                        exchange.visited() ? "%s to %s".formatted(day(exchange.from()), day(exchange.to())) : "",
                        Wikitext.words(cycle.stateLabels().getOrDefault(exchange.state(), exchange.state())));
            }
            line("|}");
        }

        private void story(Exchange exchange) {
            heading(
                    3,
                    "%s and %s"
                            .formatted(
                                    Wikitext.words(exchange.mentee().community()),
                                    Wikitext.words(exchange.mentor().community())));
            list("What they wanted", exchange.objectives());
            exchange.quotes().forEach(this::quote);
            list("What follows", exchange.actions());
            if (!exchange.evidence().isEmpty()) {
                line("'''Pictures and resources'''");
                exchange.evidence()
                        .forEach(address ->
                                text.append("* ").append(Wikitext.link(address)).append('\n'));
            }
        }

        private void focusGroup() {
            CycleRecord.FocusGroup group = cycle.focusGroup();
            if (!group.noneBecause().isEmpty() && group.attendance() == 0) {
                heading(2, "What the mentees said");
                line("There was no focus group: " + Wikitext.words(group.noneBecause()));
            } else if (group.attendance() > 0) {
                heading(2, "What the mentees said");
                line("Mentees of %s met in a focus group."
                        .formatted(counted(group.attendance(), "community", "communities")));
                list("What we learned", group.lessons());
                group.quotes().forEach(this::quote);
            }
        }

        private void pictures() {
            List<String> files = cycle.exchanges().stream()
                    .flatMap(exchange -> exchange.evidence().stream())
                    .map(Wikitext::commonsTitle)
                    .flatMap(Optional::stream)
                    .filter(title -> title.startsWith("File:"))
                    .distinct()
                    .toList();
            if (!files.isEmpty()) {
                heading(2, "Pictures");
                text.append("<gallery>\n");
                files.forEach(file -> text.append(file).append('\n'));
                line("</gallery>");
            }
        }

        private void quote(Quote quote) {
            String said = quote.words();
            String words = said.codePointCount(0, said.length()) <= LONGEST_QUOTE
                    ? said
                    : said.substring(0, said.offsetByCodePoints(0, LONGEST_QUOTE - 2)) + " …";
            if (text.length() < LONGEST_REPORT) {
                line("<blockquote>%s%s</blockquote>"
                        .formatted(
                                Wikitext.words(words),
                                quote.community().isEmpty() ? "" : " – " + Wikitext.words(quote.community())));
            }
        }

        private void list(String what, List<String> items) {
            if (!items.isEmpty() && text.length() < LONGEST_REPORT) {
                line("'''%s'''".formatted(what));
                items.forEach(
                        item -> text.append("* ").append(Wikitext.words(item)).append('\n'));
            }
        }

        private void heading(int level, String words) {
            String marks = "=".repeat(level);
            text.append("\n%s %s %s\n".formatted(marks, words, marks));
        }

        private void said(String what, String words) {
            if (!words.isEmpty()) {
                line("\n'''%s:''' %s".formatted(what, words));
            }
        }

        private void row(Object... cells) {
            text.append("|-\n");
            for (Object cell : cells) {
                text.append("| ").append(cell).append('\n');
            }
        }

        private void line(String line) {
            text.append(line).append('\n');
        }

        private String side(Side side) {
            String community = Wikitext.words(side.community());
            return side.username().isBlank()
                    ? community
                    : "%s (%s)".formatted(community, Wikitext.user(side.username()));
        }

        private String topicLabel(String code) {
            return Wikitext.words(cycle.topicLabels().getOrDefault(code, code));
        }

        private static String day(LocalDate day) {
            return DAY.format(day);
        }
    }
}
