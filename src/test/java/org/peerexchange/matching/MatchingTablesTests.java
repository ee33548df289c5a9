package org.peerexchange.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each rule of the tables of matching, one at a time. */
class MatchingTablesTests {

    private static final DmnEngine DMN =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final Map<String, DmnDecision> TABLES = new HashMap<>();

    private final Map<String, Object> mentee = new LinkedHashMap<>();
    private final Map<String, Object> mentor = new LinkedHashMap<>();
    private final Map<String, Object> pair = new LinkedHashMap<>();
    private LocalDate today = LocalDate.of(2027, 4, 1);
    private LocalDate lastVisit = LocalDate.of(2027, 11, 15);

    @BeforeEach
    void aPairThatJustFits() {
        mentee.putAll(Map.of(
                "community", new HashMap<>(Map.of("id", "a", "name", "Community A", "type", "chapter")),
                "topics", List.of("governance"),
                "direction", "either",
                "languages", List.of("en"),
                "availableFrom", LocalDate.of(2027, 6, 1),
                "availableUntil", LocalDate.of(2027, 6, 10),
                "placesLeft", 1));
        mentor.putAll(Map.of(
                "community", new HashMap<>(Map.of("id", "b", "name", "Community B", "type", "chapter")),
                "topics", List.of("governance"),
                "direction", "either",
                "languages", List.of("en"),
                "availableFrom", LocalDate.of(2027, 6, 8),
                "availableUntil", LocalDate.of(2027, 9, 30),
                "projects", List.of(),
                "placesLeft", 1));
        pair.putAll(Map.of("excluded", false, "agreedBefore", false));
    }

    @Nested
    class Conditions {

        @Test
        void nothingRulesOutAPairThatJustFits() {
            assertThat(reasons()).isEmpty();
        }

        @Test
        void noTopicInCommon() {
            mentor.put("topics", List.of("fundraising"));
            assertThat(reasons()).containsExactly("They have no topic in common.");
        }

        @Test
        void noTopicsAtAll() {
            mentee.remove("topics");
            assertThat(reasons()).containsExactly("They have no topic in common.");
        }

        @Test
        void eachSideWantsToTravel() {
            mentee.put("direction", "mentee-travels");
            mentor.put("direction", "mentor-travels");
            assertThat(reasons()).containsExactly("Each side wants to travel itself.");
        }

        @Test
        void eachSideWantsToHost() {
            mentee.put("direction", "mentor-travels");
            mentor.put("direction", "mentee-travels");
            assertThat(reasons()).containsExactly("Each side wants to host.");
        }

        @Test
        void datesTooShortForAVisit() {
            mentor.put("availableFrom", LocalDate.of(2027, 6, 9));
            assertThat(reasons()).containsExactly("Their dates have no room for a visit of 3 days.");
        }

        @Test
        void datesApart() {
            mentor.put("availableFrom", LocalDate.of(2027, 8, 1));
            assertThat(reasons()).containsExactly("Their dates have no room for a visit of 3 days.");
        }

        @Test
        void datesThatAreOver() {
            today = LocalDate.of(2027, 6, 9);
            assertThat(reasons()).containsExactly("Their dates have no room for a visit of 3 days.");
        }

        @Test
        void datesAfterTheLastVisitOfTheCycle() {
            lastVisit = LocalDate.of(2027, 6, 9);
            assertThat(reasons()).containsExactly("Their dates have no room for a visit of 3 days.");
        }

        @Test
        void datesNotSaidRuleNothingOut() {
            mentor.remove("availableFrom");
            mentor.remove("availableUntil");
            assertThat(reasons()).isEmpty();
        }

        @Test
        void noLanguageInCommon() {
            mentor.put("languages", List.of("pl"));
            assertThat(reasons()).containsExactly("They have no language in common.");
        }

        @Test
        void theSameCommunity() {
            mentor.put("community", Map.of("id", "a", "name", "Community A", "type", "chapter"));
            assertThat(reasons()).containsExactly("It is the same community.");
        }

        @Test
        void aPairThatWasOpenedBefore() {
            pair.put("excluded", true);
            assertThat(reasons()).containsExactly("This pair was already opened in this cycle.");
        }

        @Test
        void aMenteeWithAPartner() {
            mentee.put("placesLeft", 0);
            assertThat(reasons()).containsExactly("The mentee has a partner already.");
        }

        @Test
        void aMentorWithoutAPlace() {
            mentor.put("placesLeft", 0);
            assertThat(reasons()).containsExactly("The mentor has no place left.");
        }

        @Test
        void everyReasonIsNamed() {
            mentor.put("topics", List.of("fundraising"));
            mentor.put("languages", List.of("pl"));
            assertThat(reasons()).hasSize(2);
        }

        private List<String> reasons() {
            return column(ask("matching-conditions", facts()), "reason");
        }
    }

    @Nested
    class Points {

        @Test
        void oneTopic() {
            assertThat(points()).isEqualTo(Map.of("Shared topics: Governance.", 5));
        }

        @Test
        void twoTopics() {
            share("governance", "fundraising");
            assertThat(points()).isEqualTo(Map.of("Shared topics: Governance, Fundraising.", 8));
        }

        @Test
        void threeTopics() {
            share("governance", "fundraising", "glam");
            assertThat(points())
                    .isEqualTo(Map.of("Shared topics: Governance, Fundraising, Libraries and museums.", 10));
        }

        @Test
        void aLiveProject() {
            mentor.put("projects", List.of(Map.of("topic", "governance", "link", "https://example.org")));
            assertThat(points()).containsEntry("The mentor has a live project in a shared topic.", 3);
        }

        @Test
        void twoWeeks() {
            mentee.put("availableUntil", LocalDate.of(2027, 6, 21));
            assertThat(points()).containsEntry("The dates of both overlap by two weeks or more.", 1);
        }

        @Test
        void aMonth() {
            mentee.put("availableUntil", LocalDate.of(2027, 7, 7));
            assertThat(points())
                    .containsEntry("The dates of both overlap by a month or more.", 3)
                    .hasSize(2);
        }

        @Test
        void aLanguageBesidesEnglish() {
            mentee.put("languages", List.of("en", "pl"));
            mentor.put("languages", List.of("pl", "en"));
            assertThat(points()).containsEntry("Shared language besides English: Polish.", 2);
        }

        @Test
        void bothWantTheMenteeToTravel() {
            mentee.put("direction", "mentee-travels");
            mentor.put("direction", "mentee-travels");
            assertThat(points()).containsEntry("Both want the mentee to travel.", 2);
        }

        @Test
        void bothWantTheMentorToTravel() {
            mentee.put("direction", "mentor-travels");
            mentor.put("direction", "mentor-travels");
            assertThat(points()).containsEntry("Both want the mentor to travel.", 2);
        }

        @Test
        void aDevelopingGroup() {
            mentee.put("maturity", "developing");
            assertThat(points()).containsEntry("The mentee is a developing group; these come first.", 3);
        }

        @Test
        void anEstablishedUserGroupDoesNotComeFirst() {
            mentee.put("community", Map.of("id", "a", "name", "Community A", "type", "user-group"));
            mentee.put("maturity", "established");
            assertThat(points()).doesNotContainKey("The mentee is a developing group; these come first.");
        }

        @Test
        void daysThatArePastOrAfterTheLastVisitAreNoOverlap() {
            mentee.put("availableUntil", LocalDate.of(2027, 9, 30));
            assertThat(points()).containsEntry("The dates of both overlap by a month or more.", 3);
            today = LocalDate.of(2027, 9, 10);
            assertThat(points()).containsEntry("The dates of both overlap by two weeks or more.", 1);
            lastVisit = LocalDate.of(2027, 9, 15);
            assertThat(points()).hasSize(1);
        }

        @Test
        void thePairReadsWhatItSharesAndStaffAlsoWhoComesFirst() {
            aDevelopingGroup();
            mentor.put("projects", List.of(Map.of("topic", "governance", "link", "https://example.org")));
            Map<String, Boolean> told = new LinkedHashMap<>();
            ask("matching-points", facts()).forEach(row -> told.put(row.getEntry("reason"), row.getEntry("told")));
            assertThat(told)
                    .isEqualTo(Map.of(
                            "Shared topics: Governance.", true,
                            "The mentor has a live project in a shared topic.", true,
                            "The mentee is a developing group; these come first.", false));
        }

        private void share(String... topics) {
            mentee.put("topics", List.of(topics));
            mentor.put("topics", List.of(topics));
        }

        private Map<String, Integer> points() {
            Map<String, Integer> points = new LinkedHashMap<>();
            ask("matching-points", facts()).forEach(row -> points.put(row.getEntry("reason"), row.getEntry("points")));
            return points;
        }
    }

    @Nested
    class Sides {

        @Test
        void theMentorTravelsWhenTheMenteeAsksForIt() {
            assertThat(sides("mentor-travels", "either")).containsExactly("mentor", "mentee");
        }

        @Test
        void theMentorTravelsWhenTheMentorAsksForIt() {
            assertThat(sides("either", "mentor-travels")).containsExactly("mentor", "mentee");
        }

        @Test
        void otherwiseTheMenteeTravels() {
            assertThat(sides("either", "either")).containsExactly("mentee", "mentor");
            assertThat(sides("mentee-travels", "either")).containsExactly("mentee", "mentor");
        }

        private List<Object> sides(String menteeSays, String mentorSays) {
            var row = ask(
                            "pair-sides",
                            Map.of(
                                    "mentee", Map.of("menteeApplication", Map.of("direction", menteeSays)),
                                    "mentor", Map.of("mentorApplication", Map.of("direction", mentorSays))))
                    .getSingleResult();
            return List.of(row.getEntry("traveller"), row.getEntry("host"));
        }
    }

    @Nested
    class ChoicesOfPairs {

        @Test
        void aChoiceWithinThePlacesIsFine() {
            assertThat(errors("send", List.of("AP-2027-001+AP-2027-100"))).isEmpty();
        }

        @Test
        void somethingMustBeChosen() {
            assertThat(errors("send", List.of()))
                    .containsExactly("Please choose at least one pair to send, or finish matching.");
            assertThat(errors("send", null)).hasSize(1);
        }

        @Test
        void nobodyIsInMorePairsThanTheyHavePlacesFor() {
            assertThat(errors("send", List.of("AP-2027-001+AP-2027-100", "AP-2027-002+AP-2027-100")))
                    .containsExactly(
                            "These communities are in more pairs than they have places (places in brackets): Community B (1)."
                                    + " Please take some of their pairs away.");
        }

        @Test
        void aLongerNumberIsNotTheSameNumber() {
            assertThat(errors("send", List.of("AP-2027-001+AP-2027-100", "AP-2027-002+AP-2027-1000")))
                    .isEmpty();
        }

        @Test
        void whoFinishesNeedNotChoose() {
            assertThat(errors("finish", null)).isEmpty();
        }

        private List<String> errors(String decision, List<String> pairs) {
            Map<String, Object> answers = new HashMap<>();
            answers.put("matchingDecision", decision);
            answers.put("pairs", pairs);
            return column(
                    ask(
                            "confirm-pairs-checks",
                            Map.of(
                                    "answers",
                                    answers,
                                    "pairPlaces",
                                    List.of(
                                            place("AP-2027-001", "Community A"),
                                            place("AP-2027-002", "Community C"),
                                            place("AP-2027-100", "Community B"),
                                            place("AP-2027-1000", "Community D")))),
                    "message");
        }

        private Map<String, Object> place(String application, String name) {
            return Map.of("application", application, "name", name, "places", 1);
        }
    }

    private Map<String, Object> facts() {
        return Map.of(
                "seeker",
                mentee,
                "giver",
                mentor,
                "pair",
                pair,
                "cycle",
                Map.of("visitDaysMin", 3, "visitsEnd", lastVisit),
                "today",
                today,
                "topicOptions",
                List.of(
                        option("governance", "Governance"),
                        option("fundraising", "Fundraising"),
                        option("glam", "Libraries and museums")),
                "languageOptions",
                List.of(option("en", "English"), option("pl", "Polish")));
    }

    private static Map<String, String> option(String value, String label) {
        return Map.of("value", value, "label", label);
    }

    private static List<String> column(DmnDecisionResult rows, String name) {
        return rows.collectEntries(name);
    }

    private static DmnDecisionResult ask(String table, Map<String, Object> facts) {
        return DMN.evaluateDecision(TABLES.computeIfAbsent(table, MatchingTablesTests::parse), facts);
    }

    private static DmnDecision parse(String table) {
        try (InputStream in = Files.newInputStream(Path.of("processes/exchange", table + ".dmn"))) {
            return DMN.parseDecision(table, in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
