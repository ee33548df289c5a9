package org.peerexchange.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.Scenario;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Catalogue;
import org.peerexchange.programme.Community;
import org.peerexchange.programme.CommunityFact;
import org.peerexchange.programme.CommunityFacts;
import org.peerexchange.programme.CommunityKnowledge;
import org.peerexchange.programme.Programmes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PeerExchangeTest
class DeskTests {

    @LocalServerPort
    int port;

    @Autowired
    DeskStage stage;

    @Autowired
    Scenario scenario;

    @Autowired
    CommunityFacts communityFacts;

    @Autowired
    CommunityKnowledge knowledge;

    @Autowired
    Programmes programmes;

    @Autowired
    WorkInProgress work;

    @Autowired
    Catalogue catalogue;

    private Case pair;

    @BeforeEach
    void aCaseWithEverything() {
        stage.hireStaff();
        pair = stage.exchangeWithAChangedPlan();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hanna", "cora", "admin"})
    void thoseWhoRunProgrammesSeeEverything(String name) throws Exception {
        String page = page(signIn(name), "/desk/cases/" + pair.number());
        assertThat(page)
                .contains(pair.number(), "Planning", "Community of the mentee")
                .contains("Person mentee", "person.mentee@example.org", "mailto:")
                .contains("Passport Holder", "200.00 EUR", "Approved by the hub")
                .contains("/camunda/app/tasklist/default/#/?task=", "waits for", "the mentee")
                .contains("/camunda/app/cockpit/default/#/process-instance/");
    }

    @Test
    void anybodyReadsTheCatalogueOfStepsAndThoseWhoRunProgrammesFindItOnTheDesk() throws Exception {
        String page = page(HttpClient.newHttpClient(), "/catalogue");
        assertThat(catalogue.all()).allSatisfy(step -> {
            String heading = "id=\"%s\"".formatted(step.id());
            if (step.internal()) {
                assertThat(page).doesNotContain(heading);
            } else {
                assertThat(page).contains(heading, step.name(), step.element().label(), step.example());
                assertThat(step.inputs()).filteredOn(input -> !input.internal()).allSatisfy(input -> assertThat(page)
                        .contains("<code>%s</code>".formatted(input.name())));
            }
        });
        assertThat(page.split("id=\"draftReport\"")[1]).contains("Staff alone read what it makes of a text");
        assertThat(page.split("id=\"draftReport\"")[0]).doesNotContain("Staff alone read what it makes of a text");
        assertThat(page(HttpClient.newHttpClient(), "/catalogue/peer-exchange.json"))
                .isEqualTo(Files.readString(Path.of(".camunda/element-templates/peer-exchange.json")));
        assertThat(page(signIn("hanna"), "/desk")).contains("/catalogue");
        assertThat(page(signIn("wanda"), "/desk")).doesNotContain("/catalogue");
    }

    @Test
    void theWorkingGroupSeesThePlanButNoAddressesNoMoneyAndNoMails() throws Exception {
        String page = page(signIn("wanda"), "/desk/cases/" + pair.number());
        assertThat(page)
                .contains("Community of the mentee", "Exampletown", "Planning")
                .doesNotContain("Person mentee", "@example.org", "Passport Holder")
                .doesNotContain("Approved by the hub", "id=\"mails\"", "/cockpit/", "/desk/communities/");
    }

    @Test
    void financeSeesTheMoneyButNoAddressesAndNoOtherCases() throws Exception {
        HttpClient fina = signIn("fina");
        assertThat(page(fina, "/desk/cases/" + pair.number()))
                .contains("Approved by the hub", "200.00 EUR")
                .doesNotContain("Person mentee", "@example.org", "Passport Holder", "id=\"mails\"");
        assertThat(get(fina, "/desk/cases/" + pair.number().replaceFirst("EX", "AP"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(page(fina, "/desk?cycle=" + pair.cycle()))
                .contains(pair.number())
                .doesNotContain("AP-");
    }

    @Test
    void answersReadLikeTheFormAndAreNeverMarkup() throws Exception {
        String page = page(signIn("hanna"), "/desk/cases/" + pair.number());
        assertThat(page)
                .contains("&lt;b&gt;Sampleville&lt;/b&gt;")
                .doesNotContain("<b>Sampleville")
                .containsPattern("<td [^>]*>Question 10</td>")
                .containsPattern("<td [^>]*>Meals during co-working</td>")
                .containsPattern("6 September \\d{4}");
    }

    @Test
    void aSignatureSaysWhichVersionItStandsUnder() throws Exception {
        String page = text(page(signIn("hanna"), "/desk/cases/" + pair.number()));
        assertThat(page)
                .contains("Version 2, sent by Person mentor (mentor)")
                .containsPattern(
                        "Signed by Person mentor \\(mentor\\) on [^:]*, \\d\\d:\\d\\d: it is the current version")
                .containsPattern(
                        "Signed by Person mentee \\(mentee\\) on [^:]*, \\d\\d:\\d\\d: this version was replaced");
    }

    @Test
    void filesAreSavedNeverShownAndOnlyByThoseWhoReadTheirDocument() throws Exception {
        HttpClient hanna = signIn("hanna");
        Matcher link =
                Pattern.compile("/desk/cases/[^\"]+/files/[^\"]+").matcher(page(hanna, "/desk/cases/" + pair.number()));
        assertThat(link.find()).isTrue();
        HttpResponse<String> file = get(hanna, link.group());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains("agenda.pdf");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");

        String elsewhere = link.group().replace(pair.number(), pair.cycle());
        assertThat(get(hanna, elsewhere).statusCode()).isEqualTo(404);
        assertThat(get(HttpClient.newHttpClient(), link.group()).statusCode()).isEqualTo(302);
    }

    @Test
    void aCaseThatIsNotThereIsSaidKindly() throws Exception {
        HttpResponse<String> page = get(signIn("hanna"), "/desk/cases/EX-1999-001");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no such case for you", "EX-1999-001");
    }

    @Test
    void theDeskListsTheCurrentCycleAndSaysWhatIsOverdue() throws Exception {
        stage.nobodyActs();
        String page = text(page(signIn("hanna"), "/desk?cycle=" + pair.cycle()));
        assertThat(page).contains("Exchanges", pair.number(), "Planning", "waits for", "overdue by");
        assertThat(page)
                .as("how many have ended stands above those that have")
                .contains(" open)")
                .doesNotContain("ended)");
    }

    @Test
    void casesAreFoundByNumberCommunityAndPersonButPeopleOnlyByThoseWhoMayReadNames() throws Exception {
        HttpClient hanna = signIn("hanna");
        assertThat(get(hanna, "/desk?q=" + pair.number().toLowerCase())
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/desk/cases/" + pair.number()));
        assertThat(page(hanna, "/desk?q=community+of+the+mentor")).contains(pair.number());
        assertThat(page(hanna, "/desk?q=person.mentee%40example")).contains(pair.number());
        HttpClient wanda = signIn("wanda");
        assertThat(page(wanda, "/desk?q=community+of+the+mentor")).contains(pair.number());
        assertThat(page(wanda, "/desk?q=person.mentee%40example")).contains("Nothing found");
    }

    @Test
    void aCaseInWhichBothSidesMatchIsFoundOnce() throws Exception {
        String page = page(signIn("hanna"), "/desk?q=mentee");
        assertThat(page.split("/desk/cases/" + pair.number() + "\"", -1)).hasSize(2);
    }

    @Test
    void theDeskSaysInWhichZoneItsTimesAre() throws Exception {
        HttpClient hanna = signIn("hanna");
        assertThat(page(hanna, "/desk")).contains("Times are Warsaw time.");
        assertThat(page(hanna, "/desk/cases/" + pair.number())).contains("times are Warsaw time");
    }

    @Test
    void aCaseSaysWhatItWaitsForAndUntilWhen() throws Exception {
        stage.visitIsAhead();
        assertThat(text(page(signIn("hanna"), "/desk/cases/" + pair.number())))
                .containsPattern("Waiting until 3 Sept? \\d{4}, \\d\\d:\\d\\d: Reminder due");
    }

    @Test
    void aCycleShowsItsDaysAndHowTheyAreMoved() throws Exception {
        assertThat(text(page(signIn("hanna"), "/desk/cases/" + pair.cycle())))
                .containsPattern("The days of this cycle .*\\d+ \\w+ \\d{4}")
                .contains("Change the days of the cycle");
    }

    @Test
    void aProgrammeThatWasTakenAwayTakesNoPageWithIt() throws Exception {
        HttpClient hanna = signIn("hanna");
        String community =
                scenario.community("Community of the mentee", "user-group").id();
        stage.withoutItsProgramme(pair, () -> {
            assertThat(page(hanna, "/desk?q=person.mentee")).doesNotContain(pair.number());
            assertThat(page(hanna, "/desk?q=" + pair.number().substring(0, 5))).doesNotContain(pair.number());
            assertThat(page(hanna, "/desk/communities/" + community)).doesNotContain(pair.number());
            return assertThat(get(hanna, "/desk/cases/" + pair.number()).statusCode())
                    .isEqualTo(404);
        });
    }

    @Test
    void aReportStaysPublishedWhenItsProgrammeIsTakenAway() throws Exception {
        stage.publishesReportOf(pair.cycle());
        stage.withoutItsProgramme(scenario.caseOf(pair.cycle()), () -> {
            assertThat(page(HttpClient.newHttpClient(), "/reports")).contains("What was achieved", "taken-away");
            return assertThat(page(HttpClient.newHttpClient(), "/reports/" + pair.cycle()))
                    .contains("What was achieved");
        });
    }

    @Test
    void aCaseIsFoundByTheNameThatItsPageShows() throws Exception {
        stage.menteeIsCalled("Zuzanna Otherwise", pair);
        assertThat(page(signIn("hanna"), "/desk/cases/" + pair.number())).contains("Zuzanna Otherwise");
        assertThat(page(signIn("hanna"), "/desk?q=zuzanna")).contains(pair.number());
        assertThat(page(signIn("wanda"), "/desk?q=zuzanna")).doesNotContain(pair.number());
        // The newest name given holds for whatever has none of its own.
        stage.menteeIsCalled(null, pair);
    }

    @Test
    void onlyAProgrammeWithAProcessForItTellsHowDaysAreMoved() {
        assertThat(work.movesDays("exchange")).contains("Change the days of the cycle");
        assertThat(work.movesDays("mentorship")).isEmpty();
    }

    @Test
    void aSearchThatFindsTooMuchShowsSomeOfItAndSaysSo() throws Exception {
        stage.manyCases(scenario.caseOf(pair.cycle()), "Quokkas everywhere", 120);
        String page = text(page(signIn("hanna"), "/desk?q=quokkas"));
        assertThat(page).contains("120 cases found", "The first 100 are shown");
        assertThat(page.split("Quokkas everywhere", -1)).hasSize(101);
    }

    @Test
    void whoSeesNoCasesIsSentToTasklist() throws Exception {
        stage.hireNora();
        HttpClient nora = signIn("nora");
        assertThat(get(nora, "/desk").statusCode()).isEqualTo(200);
        stage.noraLeavesHerGroup();
        assertThat(get(nora, "/desk").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/camunda/app/tasklist/"));
    }

    @Test
    void theHomePageLeadsStaffToTheirRooms() throws Exception {
        assertThat(page(signIn("hanna"), "/"))
                .contains("href=\"/desk\">desk", "Tasklist</a>")
                .doesNotContain("href=\"/sign-in\"");
    }

    @Test
    void aFactIsRecordedWithItsSourceByWhoeverIsSignedIn() throws Exception {
        Community community = scenario.community("Community with facts", "user-group");
        HttpClient hanna = signIn("hanna");
        String path = "/desk/communities/" + community.id();
        HttpResponse<String> refused = post(
                hanna,
                path + "/facts",
                path,
                Map.of("kind", "gsf", "value", "yes", "since", "2999-01-01", "source", "", "until", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("still to come", "Please say where you looked it up", "value=\"2999-01-01\"");
        assertThat(communityFacts.findByCommunityIdOrderBySinceDescIdDesc(community.id()))
                .isEmpty();

        Map<String, String> fact =
                Map.of("kind", "gsf", "value", "yes", "since", "2026-01-01", "source", "<i>A list</i>", "until", "");
        assertThat(post(hanna, path + "/facts", path, fact).statusCode()).isEqualTo(302);
        assertThat(post(hanna, path + "/facts", path, fact).statusCode()).isEqualTo(302);
        assertThat(communityFacts.findByCommunityIdOrderBySinceDescIdDesc(community.id()))
                .extracting(CommunityFact::recordedBy)
                .containsExactly("hanna");
        assertThat(page(hanna, path)).contains("&lt;i&gt;A list&lt;/i&gt;", "Receives the General Support Fund");
    }

    @Test
    void aMistakeIsCorrectedByRecordingTheSameDayAgain() throws Exception {
        Community community = scenario.community("Community with a mistake", "user-group");
        HttpClient hanna = signIn("hanna");
        String path = "/desk/communities/" + community.id();
        Map<String, String> attended =
                Map.of("kind", "ceeMeetings", "value", "yes", "since", "2026-10-01", "source", "A list", "until", "");
        Map<String, String> corrected = new HashMap<>(attended);
        corrected.put("value", "no");

        post(hanna, path + "/facts", path, attended);
        assertThat(knowledge.of(community.id(), programmes.of("exchange"), LocalDate.of(2027, 1, 1)))
                .containsEntry("ceeMeetings", 1);
        post(hanna, path + "/facts", path, corrected);

        assertThat(knowledge.of(community.id(), programmes.of("exchange"), LocalDate.of(2027, 1, 1)))
                .containsEntry("ceeMeetings", 0);
    }

    @Test
    void onlyThoseWhoRunProgrammesOpenCommunities() throws Exception {
        for (String name : List.of("wanda", "fina")) {
            assertThat(get(signIn(name), "/desk/communities").statusCode())
                    .as(name)
                    .isEqualTo(403);
        }
        assertThat(page(signIn("cora"), "/desk/communities")).contains("Community of the mentee");
    }

    @Test
    void whoRunsProgrammesReadsWhichWereStartedAndWhatIsWrongWithTheOthers() throws Exception {
        String page = text(page(signIn("hanna"), "/desk/programmes"));
        assertThat(page)
                .contains("CEE Wiki Peer Learning Exchange Runs: it is part of the application.")
                .contains("Tea circle Runs as its folder has it.")
                .contains("half-done Was not started: what its folder has is not right.")
                .contains("half-done/half-done.bpmn, serviceTask_pour: it names the class");
        assertThat(page(signIn("hanna"), "/desk")).contains("/desk/programmes");
        assertThat(get(signIn("wanda"), "/desk/programmes").statusCode()).isEqualTo(403);
    }

    private HttpClient signIn(String name) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String password = name.equals("admin") ? "admin-in-tests" : DeskStage.PASSWORD;
        assertThat(post(client, "/sign-in", "/sign-in", Map.of("username", name, "password", password))
                        .statusCode())
                .isEqualTo(302);
        return client;
    }

    private HttpResponse<String> post(HttpClient client, String path, String from, Map<String, String> fields)
            throws Exception {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(get(client, from).body());
        assertThat(token.find()).isTrue();
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "_csrf=" + token.group(1) + "&", ""));
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String page(HttpClient client, String path) throws Exception {
        HttpResponse<String> page = get(client, path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return page.body();
    }

    private HttpResponse<String> get(HttpClient client, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** What people read of a page. */
    private static String text(String page) {
        return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").replaceAll(" ([,:.])", "$1");
    }
}
