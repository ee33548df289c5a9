package org.peerexchange.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationChecksTests {

    private static Table application(String role) {
        return Table.of(role + "-application-checks")
                .with("today", "2027-02-10")
                .with("applied", List.of())
                .with(
                        "communities",
                        List.of(
                                Map.of("value", "C1", "label", "Wikimedians of Examplia"),
                                Map.of("value", "other", "label", "Our community is not in this list")))
                .with("cycle.applicationsOpen", "2027-02-01")
                .with("cycle.applicationsClose", "2027-03-01")
                .with("cycle.visitsEnd", "2027-11-15")
                .with("cycle.visitDaysMin", 3)
                .with("answers.community", "C1")
                .with("answers.communityName", null)
                .with("answers.partner", null)
                .with("answers.partnerName", null)
                .with("answers.availableFrom", "2027-06-01")
                .with("answers.availableUntil", "2027-09-30")
                .with("answers.topics", List.of("governance"))
                .with("answers.projects", List.of(Map.of("topic", "governance", "link", "https://example.org/a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mentee", "mentor"})
    void aUsualApplicationIsFine(String role) {
        assertThat(application(role).says("field")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"mentee, 2027-01-31", "mentee, 2027-03-02", "mentor, 2027-01-31", "mentor, 2027-03-02"})
    void anApplicationOutsideTheWindowIsRefused(String role, String today) {
        assertThat(application(role).with("today", today).says("field"))
                .as("at no field: whatever is answered")
                .containsExactly("");
    }

    @ParameterizedTest
    @CsvSource({"mentee, 2027-02-01", "mentee, 2027-03-01", "mentor, 2027-02-01", "mentor, 2027-03-01"})
    void theFirstAndTheLastDayOfTheWindowCount(String role, String today) {
        assertThat(application(role).with("today", today).says("field")).isEmpty();
    }

    private static Map<String, Object> earlier(String role, String community, String name) {
        Map<String, Object> earlier = new HashMap<>();
        earlier.put("number", "AP-2027-001");
        earlier.put("role", role);
        earlier.put("community", community);
        earlier.put("name", name);
        return earlier;
    }

    @ParameterizedTest
    @CsvSource({"mentee, mentee", "mentee, mentor", "mentor, mentor", "mentor, mentee"})
    void aCommunityAppliesOnceAndInOneRoleOnly(String role, String before) {
        assertThat(application(role)
                        .with("applied", List.of(earlier(before, "C1", "Wikimedians of Examplia")))
                        .says("field"))
                .containsExactly("community");
        assertThat(application(role)
                        .with("applied", List.of(earlier(before, "C2", "Wikimedians of Elsewhere")))
                        .says("field"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"mentee, mentee", "mentee, mentor", "mentor, mentor", "mentor, mentee"})
    void aCommunityNobodyKnowsYetAppliesOnceToo(String role, String before) {
        Table unknown = application(role)
                .with("answers.community", "other")
                .with("answers.communityName", "Wikimedians of Newland");
        assertThat(unknown.with("applied", List.of(earlier(before, null, "WIKIMEDIANS of Newland")))
                        .says("field"))
                .containsExactly("community");
        assertThat(unknown.with("applied", List.of(earlier(before, null, "Wikimedians of Elsewhere")))
                        .says("field"))
                .isEmpty();
    }

    @Test
    void staffDoNotCountTwoApplicationsForOneCommunity() {
        Table added = Table.of("add-community-checks").with("answers.name", "Wikimedians of newland");
        assertThat(added.with("applied", List.of(earlier("mentor", null, "Wikimedians of Newland")))
                        .says("message"))
                .singleElement()
                .asString()
                .contains("applied to this cycle already (AP-2027-001, as mentor)");
        assertThat(added.with("applied", List.of(earlier("mentor", null, "Wikimedians of Elsewhere")))
                        .says("field"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mentee", "mentor"})
    void anUnknownCommunityNamedLikeAKnownOneIsSentToTheList(String role) {
        Table unknown = application(role).with("answers.community", "other");
        assertThat(unknown.with("answers.communityName", "wikimedians of examplia")
                        .says("field"))
                .containsExactly("communityName");
        assertThat(unknown.with("answers.communityName", "Wikimedians of Elsewhere")
                        .says("field"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mentee", "mentor"})
    void nobodyIsItsOwnPartner(String role) {
        assertThat(application(role).with("answers.partner", "C1").says("field"))
                .containsExactly("partner");
        assertThat(application(role)
                        .with("answers.community", "other")
                        .with("answers.communityName", "Wikimedians of Elsewhere")
                        .with("answers.partner", "other")
                        .with("answers.partnerName", "WIKIMEDIANS of Elsewhere")
                        .says("field"))
                .containsExactly("partnerName");
    }

    @ParameterizedTest
    @CsvSource({
        "availableUntil, 2027-06-01, 2027-05-30",
        "availableUntil, 2027-06-01, 2027-06-02",
        "availableUntil, 2027-01-10, 2027-01-20",
        "availableFrom, 2027-11-16, 2027-12-01"
    })
    void daysThatDoNotFitAreRefusedAtTheirField(String field, String from, String until) {
        for (String role : List.of("mentee", "mentor")) {
            assertThat(application(role)
                            .with("answers.availableFrom", from)
                            .with("answers.availableUntil", until)
                            .says("field"))
                    .containsExactly(field);
        }
    }

    @Test
    void threeDaysAreEnoughForTheShortestVisit() {
        assertThat(application("mentee")
                        .with("answers.availableUntil", "2027-06-03")
                        .says("field"))
                .isEmpty();
    }

    @Test
    void aMentorNamesAProjectForEachTopicAndATopicForEachProject() {
        assertThat(application("mentor")
                        .with("answers.topics", List.of("governance", "glam"))
                        .says("field"))
                .containsExactly("projects");
        assertThat(application("mentor")
                        .with("answers.projects", List.of(Map.of("topic", "governance"), Map.of("topic", "finance")))
                        .says("field"))
                .containsExactly("topics");
    }
}
