package org.peerexchange.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerexchange.programme.Case;

/** The exchange's impact report: what its table tells of the cycle's cases, and the draft that its text makes of that. */
class ImpactTests {

    private static final LocalDate DUE = LocalDate.of(2027, 10, 10);
    private static final String NAME = "Ana Petrović";
    private static final Recipe RECIPE = new Recipe(
            "impact-report-draft",
            List.of("reporting", "completed", "closed-without-reports", "cancelled"),
            "exchange-report",
            "mentor-report");

    @Test
    void theFiguresCountWhatBothSidesAgreedToAndWhatBecameOfIt() {
        Draft draft = draft(cycle());

        assertThat(draft.summary())
                .isEqualTo(
                        "Exchange 2027 received 4 applications. 2 communities from 2 countries found a partner; 1 visit took place, with 4 days of working together.");
        assertThat(draft.report())
                .contains(
                        "== In figures ==",
                        "{| class=\"wikitable\"",
                        figure("Applications", 4),
                        figure("Pairs proposed", 4),
                        figure("Pairs agreed", 2),
                        figure("Exchanges completed", 1),
                        figure("Exchanges cancelled", 1),
                        figure("Visits", 1),
                        figure("Days of visit", 4),
                        figure("Follow-up calls held", 1),
                        figure("Action items agreed", 1),
                        figure("Hosting advances paid (EUR)", "600.00"),
                        figure("Of these spent (EUR)", "549.50"),
                        figure("Of these returned (EUR)", "50.50"))
                .contains(
                        "'''Communities:''' Baltia, Carpathia\n",
                        "'''Countries:''' Estonia, Somewhere\n",
                        "'''Topics:''' Governance (2)\n");
    }

    @Test
    void applicationsAreCountedByRoleAndOutcome() {
        assertThat(draft(cycle()).report())
                .contains(
                        """
                        ! Role !! Outcome !! Applications
                        |-
                        | Mentee
                        | Matched
                        | 2
                        |-
                        | Mentee
                        | Rejected
                        | 1
                        |-
                        | Mentor
                        | Matched
                        | 1
                        |}""");
    }

    @Test
    void everyAgreedPairHasARowAndEveryVisitItsStory() {
        String report = draft(cycle()).report();

        assertThat(report)
                .contains(
                        """
                        ! Mentee !! Mentor !! Topics !! Visit !! State
                        |-
                        | Baltia ([[User:Ana of Baltia|Ana of Baltia]])
                        | Carpathia
                        | Governance
                        | 6 September 2027 to 9 September 2027
                        | Completed
                        |-
                        | Baltia ([[User:Ana of Baltia|Ana of Baltia]])
                        | Carpathia
                        | Governance
                        |\s
                        | Cancelled
                        |}
                        """)
                .contains(
                        """
                        === Baltia and Carpathia ===
                        '''What they wanted'''
                        * Run an assembly
                        <blockquote>(name removed) leads &#124; &#91;&#91;now&#93;&#93; – Baltia</blockquote>
                        <blockquote>We listen more – Carpathia</blockquote>
                        '''What follows'''
                        * Hold an assembly
                        '''Pictures and resources'''
                        * [[:commons:Category:Baltia 2027|Category:Baltia 2027]]
                        * [[:commons:File:Assembly.jpg|File:Assembly.jpg]]
                        * [[:commons:Category:Karpaty 2027|Category:Karpaty 2027]]
                        * [[:commons:File:Two of us.jpg|File:Two of us.jpg]]
                        """)
                .containsOnlyOnce("=== ")
                .contains("<gallery>\nFile:Assembly.jpg\nFile:Two of us.jpg\n</gallery>");
    }

    @Test
    void theMenteesTopicsCountWhereTheMentorNamedNoneOfThem() {
        Map<String, Object> facts = facts();
        facts.put("mentor", Map.of("mentorApplication", Map.of("topics", List.of("glam"))));

        assertThat(draft(pair("reporting", facts)).report())
                .contains("'''Topics:''' Finance and administration (1), Governance (1)\n");
    }

    @Test
    void aReportIsOnTimeLateOrMissing() {
        Map<String, Object> silent = facts();
        silent.put("sent", List.of());
        Map<String, Object> again = facts();
        again.put(
                "sent",
                List.of(
                        sent("mentee-report", DUE),
                        sent("mentee-report", DUE.plusDays(9)),
                        sent("mentor-report", DUE)));

        assertThat(draft(pair("completed", facts())).report())
                .contains(figure("Reports on time", 1), figure("Reports late", 1), figure("Reports missing", 0));
        assertThat(draft(pair("closed-without-reports", silent)).report())
                .contains(figure("Reports on time", 0), figure("Reports late", 0), figure("Reports missing", 2));
        assertThat(draft(pair("completed", again)).report())
                .as("the first version counts")
                .contains(figure("Reports on time", 2), figure("Reports late", 0));
    }

    @Test
    void aReportIsCoSignedWhenTheMentorSignedItsLastVersion() {
        Map<String, Object> signed = facts();
        signed.put("sent", List.of(sent("mentee-report", DUE), sent("mentee-report", DUE, "mentee", "mentor")));
        Map<String, Object> changedSince = facts();
        changedSince.put("sent", List.of(sent("mentee-report", DUE, "mentor"), sent("mentee-report", DUE)));
        Map<String, Object> silent = facts();
        silent.put("sent", List.of());

        String coSigned = "Mentees' reports that the mentor co-signed";
        assertThat(draft(pair("completed", signed)).report()).contains(figure(coSigned, 1));
        assertThat(draft(pair("completed", changedSince)).report()).contains(figure(coSigned, 0));
        assertThat(draft(pair("closed-without-reports", silent)).report()).contains(figure(coSigned, 0));
    }

    @Test
    void nothingIsQuotedFromReportsTheHubDidNotAccept() {
        Map<String, Object> facts = facts();
        facts.put("acceptReports", Map.of("reportsDecision", "ask-mentee"));

        assertThat(draft(pair("closed-without-reports", facts)).report())
                .contains("=== Baltia and Carpathia ===")
                .doesNotContain("blockquote", "Pictures", "commons", "gallery");
    }

    @Test
    void nothingFollowsFromACallThatWasNotHeld() {
        Map<String, Object> facts = facts();
        facts.put("callNotes", Map.of("callHeld", false, "actionItems", List.of(Map.of("what", "Hold an assembly"))));

        assertThat(draft(pair("completed", facts)).report())
                .contains(figure("Follow-up calls held", 0), figure("Action items agreed", 0))
                .doesNotContain("What follows");
    }

    @Test
    void theDraftNamesNobodyPrivately() {
        Map<String, Object> facts = facts();
        facts.put("menteeReport", Map.of("change", "Write to ana@example.org, says %s.".formatted(NAME)));
        facts.put(
                "activityPlan", Map.of("visitStart", DUE, "objectives", List.of(Map.of("objective", NAME + " rests"))));
        facts.put("confirmVisitEnd", Map.of("endedOn", DUE));
        facts.put("callNotes", Map.of("callHeld", true, "actionItems", List.of(Map.of("what", "Call " + NAME))));
        Draft draft = with(
                        pair("completed", facts),
                        Map.of(
                                "focusGroupHeld",
                                "held",
                                "attendance",
                                1,
                                "quotesConsent",
                                true,
                                "lessons",
                                "Ask " + NAME,
                                "quotes",
                                NAME + " helped"))
                .draft(RECIPE, NAME);

        assertThat(draft.report())
                .contains(
                        "* Ask (name removed)",
                        "<blockquote>(name removed) helped</blockquote>",
                        "* (name removed) rests")
                .contains("Write to (address removed), says (name removed).", "* Call (name removed)")
                .doesNotContain("Petrović", "@example.org");
        assertThat(draft.summary()).doesNotContain("Petrović");
    }

    @Test
    void aCommunityKeepsItsNameThoughSomebodyIsCalledSo() {
        assertThat(cycle().draft(RECIPE, "Baltia").report()).contains("=== Baltia and Carpathia ===", "– Baltia<");
    }

    @Test
    void whatTheMenteesSaidTogetherIsQuotedOnlyIfTheyAgreed() {
        Map<String, Object> group = new LinkedHashMap<>(Map.of(
                "focusGroupHeld", "held",
                "attendance", 2,
                "quotesConsent", true,
                "lessons", "Begin earlier\n\n Stay longer ",
                "quotes", "It was worth it\nAgain!"));
        assertThat(draft(with(cycle(), group)).report())
                .contains(
                        """
                        == What the mentees said ==
                        Mentees of 2 communities told the hub together how it was.

                        '''What we learned'''
                        * Begin earlier
                        * Stay longer
                        <blockquote>It was worth it</blockquote>
                        <blockquote>Again!</blockquote>
                        """);

        group.put("quotesConsent", false);
        group.put("attendance", 1);
        assertThat(draft(with(cycle(), group)).report())
                .contains("Mentees of 1 community told", "* Begin earlier")
                .doesNotContain("worth", "Again");

        group.put("quotesConsent", true);
        group.put("focusGroupHeld", "not-held");
        assertThat(draft(with(cycle(), group)).report())
                .doesNotContain("What the mentees said", "worth", "Begin earlier");
    }

    @Test
    void severalGroupsAreCountedTogetherAndEachIsHeard() {
        StagedCycle cycle =
                with(cycle(), Map.of("focusGroupHeld", "held", "attendance", 7, "lessons", "Begin earlier"));

        assertThat(draft(with(cycle, Map.of("focusGroupHeld", "held", "attendance", 6, "lessons", "Stay longer")))
                        .report())
                .contains("Mentees of 13 communities told", "* Begin earlier", "* Stay longer");
    }

    @Test
    void aQuoteThatIsALittleTooLongLosesALittle() {
        assertThat(ofQuote("a".repeat(800))).contains("<blockquote>" + "a".repeat(800) + "</blockquote>");
        assertThat(ofQuote("a".repeat(801))).contains("<blockquote>" + "a".repeat(798) + " …</blockquote>");
    }

    @Test
    void aNameIsTakenOutBeforeAQuoteIsCut() {
        assertThat(ofQuote("a".repeat(793) + " " + NAME)).doesNotContain("Ana");
    }

    @Test
    void aCycleInWhichNothingHappenedHasADraftToo() {
        Draft draft = draft(new StagedCycle("exchange")
                .has("group", "group-not-held", Map.of("focusGroupDate", Map.of("skipReason", "Nobody had time."))));

        assertThat(draft.summary())
                .contains("received 0 applications. 0 communities from 0 countries found a partner; 0 visits");
        assertThat(draft.report())
                .contains(
                        figure("Applications", 0),
                        figure("Pairs agreed", 0),
                        figure("Hosting advances paid (EUR)", "0.00"),
                        "There was no focus group: Nobody had time.")
                .doesNotContain("== Exchanges ==", "== Applications ==", "Communities", "Topics", "gallery");
    }

    @Test
    void anyDraftFitsIntoItsForm() {
        Map<String, Object> facts = facts();
        facts.put("menteeReport", Map.of("change", "long ".repeat(800)));

        String report = draft(pairs(40, facts)).report();
        assertThat(report.length()).isLessThan(50_000);
        assertThat(report.split("<blockquote>long long", -1))
                .as("all are quoted, as far as there is room for each")
                .hasSize(41);
        assertThat(report).contains(" … – Baltia<");

        assertThat(draft(pairs(150, facts)).report().length()).isLessThan(50_000);
    }

    @Test
    void thePageShowsTheDraftAsItIsMeant() {
        List<ReportText.Block> blocks = ReportText.read(draft(cycle()).report());

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

    private static String ofQuote(String words) {
        return draft(with(
                        new StagedCycle("exchange"),
                        Map.of("focusGroupHeld", "held", "attendance", 1, "quotesConsent", true, "quotes", words)))
                .report();
    }

    private static String figure(String what, Object number) {
        return "| %s\n| %s\n".formatted(what, number);
    }

    private static StagedCycle with(StagedCycle cycle, Map<String, Object> group) {
        return cycle.has("group", "group-held", Map.of("recordFocusGroup", group));
    }

    private static Draft draft(StagedCycle cycle) {
        return cycle.draft(RECIPE, NAME);
    }

    private static StagedCycle cycle() {
        Map<String, Object> cancelled = facts();
        cancelled.keySet().removeAll(List.of("confirmVisitEnd", "ledger", "callNotes", "sent"));
        return pair("completed", facts())
                .has(Case.PAIR, "cancelled", cancelled)
                .has(Case.PAIR, "declined", facts())
                .has(Case.PAIR, "proposed", facts())
                .has(Case.APPLICATION, "matched", Map.of("menteeApplication", Map.of()))
                .has(Case.APPLICATION, "matched", Map.of("mentorApplication", Map.of()))
                .has(Case.APPLICATION, "rejected", Map.of("menteeApplication", Map.of()))
                .has(Case.APPLICATION, "matched", Map.of("menteeApplication", Map.of()));
    }

    private static StagedCycle pair(String state, Map<String, Object> facts) {
        return pairs(1, state, facts);
    }

    private static StagedCycle pairs(int number, Map<String, Object> facts) {
        return pairs(number, "completed", facts);
    }

    private static StagedCycle pairs(int number, String state, Map<String, Object> facts) {
        StagedCycle cycle = new StagedCycle("exchange").due(DUE);
        for (int pair = 0; pair < number; pair++) {
            cycle.has(Case.PAIR, state, facts);
        }
        return cycle;
    }

    private static Map<String, Object> sent(String document, LocalDate day, String... signedBy) {
        return Map.of("document", document, "on", day, "signedBy", List.of(signedBy));
    }

    private static Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(
                "mentee",
                Map.of(
                        "community", community("Baltia", "Estonia"),
                        "menteeApplication",
                                Map.of(
                                        "username", "Ana of Baltia",
                                        "email", "ana@example.org",
                                        "topics", List.of("governance", "finance"))));
        facts.put(
                "mentor",
                Map.of(
                        "community", community("Carpathia", "Somewhere"),
                        "mentorApplication", Map.of("topics", List.of("governance"))));
        facts.put(
                "activityPlan",
                Map.of(
                        "visitStart", LocalDate.of(2027, 9, 6),
                        "objectives", List.of(Map.of("objective", "Run an assembly"))));
        facts.put("confirmVisitEnd", Map.of("endedOn", LocalDate.of(2027, 9, 9)));
        facts.put("sent", List.of(sent("mentee-report", DUE), sent("mentor-report", DUE.plusDays(1))));
        facts.put("acceptReports", Map.of("reportsDecision", "accept"));
        facts.put(
                "menteeReport",
                Map.of(
                        "change", "Ana Petrović leads | [[now]]",
                        "evidenceLink",
                                "https://commons.wikimedia.org/wiki/Category:Baltia_2027 https://commons.wikimedia.org/wiki/File:Assembly.jpg"));
        facts.put(
                "mentorReport",
                Map.of("learned", "We listen more", "evidenceLink", "Category:Karpaty 2027\nFile:Two of us.jpg"));
        facts.put("callNotes", Map.of("callHeld", true, "actionItems", List.of(Map.of("what", "Hold an assembly"))));
        facts.put(
                "ledger",
                Map.of(
                        "paid", new BigDecimal("600.00"),
                        "accepted", new BigDecimal("549.50"),
                        "refunded", new BigDecimal("50.50")));
        return facts;
    }

    private static Map<String, Object> community(String name, String country) {
        return Map.of("name", name, "inWords", Map.of("country", country));
    }
}
