package org.peerexchange.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A cycle's figures and the draft that is written from them. */
class ImpactTests {

    private static final Instant DUE = Instant.parse("2027-10-10T21:59:00Z");
    private static final Counting COUNTING = new Counting(
            List.of("reporting", "completed", "closed-without-reports", "cancelled"),
            List.of("completed"),
            List.of("cancelled"),
            "mentor-report");

    private static final Privacy NAMES = new Privacy(List.of("Ana Petrović"));

    @Test
    void anExchangeIsReadFromItsFacts() {
        Exchange exchange = completed();

        assertThat(exchange.topics()).containsExactly("governance");
        assertThat(exchange.days()).isEqualTo(4);
        assertThat(exchange.mentee()).isEqualTo(new Side("Baltia", "Estonia", "Ana of Baltia"));
        assertThat(exchange.mentor().country()).isEqualTo("Somewhere");
        assertThat(exchange.advance().returned()).isEqualByComparingTo("50.50");
        assertThat(exchange.actions()).containsExactly("Hold an assembly");
        assertThat(exchange.quotes())
                .extracting(Quote::words)
                .containsExactly("(name removed) leads | [[now]]", "We listen more");
        assertThat(exchange.evidence())
                .containsExactly(
                        "https://commons.wikimedia.org/wiki/Category:Baltia_2027",
                        "https://commons.wikimedia.org/wiki/File:Assembly.jpg");
    }

    @Test
    void aReportIsOnTimeLateOrMissing() {
        assertThat(completed().reportsOnTime()).isEqualTo(1);
        assertThat(completed().reportsLate()).isEqualTo(1);

        Exchange silent = Exchange.read(facts("closed-without-reports"), null, null, DUE, NAMES, COUNTING);
        assertThat(silent.reportsMissing()).isEqualTo(2);
        assertThat(silent.reportsOnTime() + silent.reportsLate()).isZero();
    }

    @Test
    void nothingIsQuotedFromReportsTheHubDidNotAccept() {
        Map<String, Object> facts = facts("closed-without-reports");
        facts.put("acceptReports", Map.of("reportsDecision", "ask-mentee"));

        Exchange exchange = Exchange.read(facts, DUE, DUE, DUE, NAMES, COUNTING);

        assertThat(exchange.quotes()).isEmpty();
        assertThat(exchange.evidence()).isEmpty();
    }

    @Test
    void theFiguresCountWhatBothSidesAgreedToAndWhatBecameOfIt() {
        Figures figures = Figures.of(cycle());

        assertThat(figures.applied()).isEqualTo(4);
        assertThat(figures.applications())
                .isEqualTo(Map.of("Mentee", Map.of("Matched", 2L, "Rejected", 1L), "Mentor", Map.of("Matched", 1L)));
        assertThat(figures.proposed()).isEqualTo(4);
        assertThat(figures.agreed()).isEqualTo(2);
        assertThat(figures.completed()).isEqualTo(1);
        assertThat(figures.cancelled()).isEqualTo(1);
        assertThat(figures.visits()).isEqualTo(1);
        assertThat(figures.visitDays()).isEqualTo(4);
        assertThat(figures.communities()).containsExactly("Baltia", "Carpathia");
        assertThat(figures.countries()).containsExactly("Estonia", "Somewhere");
        assertThat(figures.topics()).isEqualTo(Map.of("governance", 2L));
        assertThat(figures.paid()).isEqualByComparingTo("600");
        assertThat(figures.spent()).isEqualByComparingTo(new BigDecimal("549.50"));
        assertThat(figures.callsHeld()).isEqualTo(1);
        assertThat(figures.actionItems()).isEqualTo(1);
    }

    @Test
    void theDraftTellsTheFiguresAndTheStoriesInWikitext() {
        Draft draft = Draft.of(cycle());

        assertThat(draft.summary())
                .contains("4 applications", "2 communities from 2 countries", "1 visit took place", "4 days");
        assertThat(draft.report())
                .contains(
                        "== In figures ==", "{| class=\"wikitable\"", "| Days of visit\n| 4\n", "| Reports late\n| 1\n")
                .contains("=== Baltia and Carpathia ===")
                .contains("<blockquote>(name removed) leads &#124; &#91;&#91;now&#93;&#93; – Baltia</blockquote>")
                .contains("[[User:Ana of Baltia|Ana of Baltia]]")
                .contains("* [[:commons:Category:Baltia 2027|Category:Baltia 2027]]")
                .contains("<gallery>\nFile:Assembly.jpg\n</gallery>")
                .contains(
                        "Mentees of 2 communities met", "* Begin earlier", "<blockquote>It was worth it</blockquote>");
    }

    @Test
    void theDraftNamesNobodyPrivately() {
        assertThat(Draft.of(cycle()).report()).doesNotContain("Petrović", "@example.org");
    }

    @Test
    void aQuoteThatIsALittleTooLongLosesALittle() {
        assertThat(ofQuote("a".repeat(800)).report()).contains("<blockquote>" + "a".repeat(800) + "</blockquote>");
        assertThat(ofQuote("a".repeat(801)).report()).contains("<blockquote>" + "a".repeat(798) + " …</blockquote>");
    }

    @Test
    void aCycleInWhichNothingHappenedHasADraftToo() {
        Draft draft = ofFocusGroup(new CycleRecord.FocusGroup(0, List.of(), List.of(), "No exchange took place."));

        assertThat(draft.report())
                .contains("| Applications\n| 0\n", "There was no focus group: No exchange took place.")
                .doesNotContain("== Exchanges ==", "<gallery>");
    }

    private static Draft ofQuote(String words) {
        return ofFocusGroup(new CycleRecord.FocusGroup(1, List.of(), List.of(new Quote(words, "")), ""));
    }

    private static Draft ofFocusGroup(CycleRecord.FocusGroup group) {
        return Draft.of(new CycleRecord("CY-2027", "Exchange 2027", Map.of(), Map.of(), List.of(), List.of(), group));
    }

    @Test
    void anyDraftFitsIntoItsForm() {
        Map<String, Object> long_ = facts("completed");
        long_.put("menteeReport", Map.of("change", "long ".repeat(800)));
        Exchange exchange = Exchange.read(long_, DUE, DUE, DUE, NAMES, COUNTING);

        String report =
                Draft.of(cycle(java.util.Collections.nCopies(80, exchange))).report();

        assertThat(report.length()).isLessThan(50_000);
    }

    @Test
    void thePageShowsTheDraftAsItIsMeant() {
        List<ReportText.Block> blocks = ReportText.read(Draft.of(cycle()).report());

        assertThat(blocks)
                .extracting(ReportText.Block::kind)
                .contains("h2", "h3", "table", "quote", "list", "paragraph");
        assertThat(blocks)
                .filteredOn(block -> block.kind().equals("quote"))
                .first()
                .satisfies(quote -> assertThat(quote.lines().get(0))
                        .containsExactly(
                                new ReportText.Piece("text", "(name removed) leads | [[now]] – Baltia", null)));
        assertThat(blocks).filteredOn(block -> block.kind().equals("table")).allSatisfy(table -> assertThat(
                        table.rows())
                .allSatisfy(row -> assertThat(row).hasSameSizeAs(table.head())));
    }

    @Test
    void linksOfAReportLeadToTheWikisOrTheWebAndNowhereElse() {
        List<ReportText.Block> blocks = ReportText.read(
                "[[:commons:Category:A b|pictures]] [https://example.org/x more] [javascript:alert(1) no] '''bold'''");

        assertThat(blocks.get(0).lines().get(0))
                .contains(
                        new ReportText.Piece("link", "pictures", "https://commons.wikimedia.org/wiki/Category:A_b"),
                        new ReportText.Piece("link", "more", "https://example.org/x"),
                        new ReportText.Piece("bold", "bold", null))
                .filteredOn(piece -> piece.href() != null)
                .hasSize(2);
    }

    private static CycleRecord cycle() {
        return cycle(List.of(
                completed(),
                Exchange.read(
                        without(facts("cancelled"), "confirmVisitEnd", "ledger", "callNotes"),
                        null,
                        null,
                        null,
                        NAMES,
                        COUNTING),
                Exchange.read(facts("declined"), null, null, DUE, NAMES, COUNTING),
                Exchange.read(facts("proposed"), null, null, DUE, NAMES, COUNTING)));
    }

    private static CycleRecord cycle(List<Exchange> exchanges) {
        return new CycleRecord(
                "CY-2027",
                "Exchange 2027",
                Map.of("completed", "Completed", "cancelled", "Cancelled"),
                Map.of("governance", "Governance"),
                List.of(
                        new Applied("Mentee", "Matched"),
                        new Applied("Mentee", "Matched"),
                        new Applied("Mentee", "Rejected"),
                        new Applied("Mentor", "Matched")),
                exchanges,
                new CycleRecord.FocusGroup(2, List.of("Begin earlier"), List.of(new Quote("It was worth it", "")), ""));
    }

    private static Exchange completed() {
        return Exchange.read(facts("completed"), DUE, DUE.plusSeconds(1), DUE, NAMES, COUNTING);
    }

    private static Map<String, Object> without(Map<String, Object> facts, String... names) {
        facts.keySet().removeAll(List.of(names));
        return facts;
    }

    private static Map<String, Object> facts(String state) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("case", Map.of("number", "EX-2027-001", "state", state));
        facts.put(
                "mentee",
                Map.of(
                        "community", Map.of("name", "Baltia", "country", "EE"),
                        "menteeApplication",
                                Map.of(
                                        "username", "Ana of Baltia",
                                        "email", "ana@example.org",
                                        "topics", List.of("governance", "finance"))));
        facts.put(
                "mentor",
                Map.of(
                        "community", Map.of("name", "Carpathia", "country", "Somewhere"),
                        "mentorApplication", Map.of("topics", List.of("governance"))));
        facts.put(
                "activityPlan",
                Map.of(
                        "visitStart", LocalDate.of(2027, 9, 6),
                        "objectives", List.of(Map.of("objective", "Run an assembly"))));
        facts.put("confirmVisitEnd", Map.of("endedOn", LocalDate.of(2027, 9, 9)));
        facts.put("acceptReports", Map.of("reportsDecision", "accept"));
        facts.put(
                "menteeReport",
                Map.of(
                        "change", "Ana Petrović leads | [[now]]",
                        "evidenceLink",
                                "https://commons.wikimedia.org/wiki/Category:Baltia_2027 https://commons.wikimedia.org/wiki/File:Assembly.jpg"));
        facts.put("mentorReport", Map.of("learned", "We listen more", "evidenceLink", ""));
        facts.put("callNotes", Map.of("callHeld", true, "actionItems", List.of(Map.of("what", "Hold an assembly"))));
        facts.put(
                "ledger",
                Map.of(
                        "paid", new BigDecimal("600.00"),
                        "accepted", new BigDecimal("549.50"),
                        "refunded", new BigDecimal("50.50")));
        return facts;
    }
}
