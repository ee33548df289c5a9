package org.peerexchange.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.RunningCycle;
import org.peerexchange.Scenario;
import org.peerexchange.mail.Dispatcher;
import org.peerexchange.mail.Outbox;
import org.peerexchange.mail.SentMail;
import org.peerexchange.portal.Visitor;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.OpeningCases;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.FormData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The exchange's public list "Whom to ask": who agreed to be named, as long as they do. */
@PeerExchangeTest
class WhomToAskTests {

    private static final String NOBODY = "Nobody is on this list yet";

    @LocalServerPort
    private int port;

    @Autowired
    private Scenario scenario;

    @Autowired
    private RunningCycle cycle;

    @Autowired
    private OpeningCases opening;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Dispatcher dispatcher;

    @Autowired
    private Facts facts;

    @Autowired
    private Asking asking;

    @BeforeEach
    void applicationsAreOpen() {
        cycle.opens();
        cycle.takesApplications();
    }

    private Case applies(String role, String user, Map<String, Object> other) {
        Map<String, Object> answers = new HashMap<>(other);
        answers.put("username", user);
        answers.put("email", user.toLowerCase(java.util.Locale.ROOT) + "@example.org");
        return cycle.applies(role, cycle.knownCommunity("Home of " + user, "chapter", 1), answers);
    }

    private Case matched(String role, String user, Map<String, Object> other) {
        Case application = applies(role, user, other);
        opening.enter(application.number(), "matched");
        return application;
    }

    private String list() {
        return new Visitor(port)
                .opens("/programmes/exchange/%s/whom-to-ask"
                        .formatted(cycle.current().number()))
                .text();
    }

    private void saysOnTheirPage(Case application, String answer) {
        scenario.passes(Duration.ofHours(1));
        scenario.tells(application, "applicant", "whomToAsk", "whom-to-ask", Map.of("publicContact", answer));
    }

    private void staffChange(Case application, String answer) {
        scenario.passes(Duration.ofHours(1));
        scenario.staffStarts(
                "change-whom-to-ask", Map.of("application", application.number(), "publicContact", answer));
    }

    @Test
    void whoAgreedAndHasAPartnerIsOnItByWhatIsPublicAndNobodyElse() {
        matched("mentor", "Willing", Map.of("publicContact", "yes", "name", "Private Name"));
        matched("mentee", "Unwilling", Map.of("publicContact", "no"));
        matched("mentee", "Silent", Map.of());
        applies("mentee", "Waiting", Map.of("publicContact", "yes"));

        String page = list();

        assertThat(page)
                .contains("User:Willing", "Home of Willing", "Mentor", "Governance")
                .doesNotContain("Unwilling", "Silent", "Waiting", "Private", "example.org");
        assertThat(new Visitor(port).opens("/programmes/exchange").text())
                .contains(cycle.current().number() + "/whom-to-ask");
    }

    @Test
    void whoeverTakesPartIsTakenOffAndPutBackFromTheirOwnPage() {
        Case application = matched("mentor", "Willing", Map.of("publicContact", "yes"));

        saysOnTheirPage(application, "no");
        assertThat(list()).contains(NOBODY).doesNotContain("Willing");
        saysOnTheirPage(application, "yes");
        assertThat(list()).contains("User:Willing");

        assertThat(scenario.stateOf(application))
                .as("nothing else happens to it")
                .isEqualTo("matched");
        assertThat(scenario.tasks(application))
                .as("both reviews are still open")
                .hasSize(2);
        assertThat(scenario.passed(application)).contains("endEvent_whomToAsk");
    }

    @Test
    void staffDoItForWhoeverWritesToThemAlsoAfterTheEnd() {
        Case application = matched("mentor", "Willing", Map.of("publicContact", "yes"));
        saysOnTheirPage(application, "no");

        staffChange(application, "yes");
        assertThat(list()).contains("User:Willing");
        saysOnTheirPage(application, "no");
        assertThat(list())
                .as("the same as before, but later than what staff were told")
                .contains(NOBODY);

        opening.enter(application.number(), "took-part");
        staffChange(application, "yes");
        assertThat(list()).contains("User:Willing");
        staffChange(application, "no");
        assertThat(list()).contains(NOBODY);
    }

    @Test
    void whoeverIsPutOnItOrTakenOffReadsSo() {
        Case application = matched("mentor", "Willing", Map.of("publicContact", "yes"));

        saysOnTheirPage(application, "no");
        assertThat(mailsAboutTheList(application)).singleElement().asString().contains("no longer named");
        opening.enter(application.number(), "took-part");
        staffChange(application, "yes");
        assertThat(mailsAboutTheList(application)).hasSize(2).anySatisfy(mail -> assertThat(mail)
                .contains("you may be named on", "as soon as yours has one")
                .doesNotContain("no longer named"));
    }

    private List<String> mailsAboutTheList(Case application) {
        dispatcher.dispatch();
        return outbox.sentTo(application.number()).stream()
                .filter(mail -> mail.text().equals("whom-to-ask-changed"))
                .map(SentMail::body)
                .toList();
    }

    @Test
    void aChangedApplicationKeepsWhatWasSaidLast() {
        Case application = applies("mentee", "Willing", Map.of("publicContact", "yes"));
        saysOnTheirPage(application, "no");

        changes(application, "We do not know how to find people for our board.");

        assertThat(FormData.of(asking.form("mentee-application").form(), facts.of(application.number())))
                .containsEntry("publicContact", "no");
        opening.enter(application.number(), "matched");
        assertThat(list()).contains(NOBODY);
        saysOnTheirPage(application, "yes");
        changes(application, "We do not know how to keep people on our board.");
        opening.enter(application.number(), "matched");
        assertThat(list()).contains("User:Willing");
    }

    private void changes(Case application, String problem) {
        scenario.passes(Duration.ofHours(1));
        Map<String, Object> answers = new HashMap<>(cycle.usually("mentee"));
        answers.putAll(Map.of("username", "Willing", "problem", problem, "topics", List.of("governance")));
        answers.put("publicContact", "yes");
        scenario.tells(application, "applicant", "applicationChanged", "mentee-application", answers);
    }
}
