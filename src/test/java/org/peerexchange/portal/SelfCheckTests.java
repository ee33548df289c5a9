package org.peerexchange.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.RunningCycle;
import org.peerexchange.WikimediaServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Anybody asks the table of eligibility beforehand whether they may apply (domain A5–A7). */
@PeerExchangeTest
class SelfCheckTests {

    private static final String MENTEE = "/apply/exchange/mentee/check";
    private static final String MENTOR = "/apply/exchange/mentor/check";

    @LocalServerPort
    private int port;

    @Autowired
    private RunningCycle cycle;

    @Autowired
    private JdbcTemplate db;

    private Visitor visitor;
    private final Map<String, String> mentee = new HashMap<>(Map.of(
            "type", "user-group",
            "gsf", "false",
            "meetings", "1",
            "maturity", "developing",
            "outside", "yes",
            "problem", "We have never run a general assembly."));
    private final Map<String, String> mentor = new HashMap<>(Map.of(
            "type", "chapter",
            "activity", "high",
            "maturity", "established",
            "shown", "{\"topics\": [], \"projects\": []}",
            "days", "5",
            "share", "yes"));

    @BeforeEach
    void applicationsAreOpen() {
        cycle.opens();
        cycle.takesApplications();
        visitor = new Visitor(port);
    }

    private Visitor.Answer asks(String path, Map<String, String> answers) {
        visitor.opens(path);
        Visitor.Answer answer = visitor.submits(path, answers);
        return answer.status() == 302 ? visitor.opens(WikimediaServer.path(answer.header("Location"))) : answer;
    }

    @Test
    void theResultHasAnAddressToComeBackToInThisBrowserOnly() {
        asks(MENTEE, mentee);
        visitor.opens("/apply/exchange/mentee");

        assertThat(visitor.opens(MENTEE + "/result").text())
                .contains("your community may apply as mentee.", "We have never run a general assembly.");
        assertThat(visitor.opens(MENTEE + "/result?language=pl").text())
                .contains("We have never run a general assembly.");
        Visitor.Answer elsewhere = new Visitor(port).opens(MENTEE + "/result");
        assertThat(elsewhere.status()).isEqualTo(302);
        assertThat(elsewhere.header("Location")).endsWith(MENTEE);
    }

    @Test
    void whoMayApplyReadsWhyAndIsLedToTheForm() {
        assertThat(visitor.opens("/apply").text()).contains(MENTEE, MENTOR);

        Visitor.Answer answer = asks(MENTEE, mentee);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains(
                        "your community may apply as mentee.",
                        "It is a developing affiliate that does not receive the General Support Fund.",
                        "This is no decision",
                        "href=\"/apply/exchange/mentee\"");
        assertThat(asks(MENTOR, mentor).text()).contains("your community may apply as mentor.", "It is a chapter.");
    }

    @Test
    void whoAsksTooOftenKeepsWhatWasTyped() {
        Visitor flood = visitor.from("192.0.2.9");
        flood.opens(MENTEE);
        mentee.remove("gsf");
        Visitor.Answer answer = null;
        for (int sent = 0; sent <= 60; sent++) {
            answer = flood.submits(MENTEE, mentee);
            assertThat(answer.status()).isEqualTo(sent < 60 ? 422 : 429);
        }

        assertThat(answer.text())
                .contains("Too many forms were sent from your network", "We have never run a general assembly.")
                .doesNotContain("Please choose one");
    }

    @Test
    void whoMayNotReadsWhichRuleFails() {
        mentee.put("gsf", "true");
        assertThat(asks(MENTEE, mentee).text())
                .contains(
                        "your community cannot be a mentee in this cycle.",
                        "It receives the General Support Fund; such a community is never a mentee.")
                .doesNotContain("It took part in a CEE Meeting");

        mentor.put("shown", "{\"topics\": [\"any\"], \"projects\": []}");
        mentor.put("days", "2");
        assertThat(asks(MENTOR, mentor).text())
                .contains(
                        "It offers a topic without a live project that shows it.",
                        "Its Lead Mentor cannot give the days of a visit.");
    }

    @Test
    void theRuleOfTheRunningCycleCounts() {
        mentee.put("meetings", "0");
        assertThat(asks(MENTEE, mentee).text()).contains("which this cycle asks for");
        cycle.opens(Map.of("eligibilityRule", "or"));
        assertThat(asks(MENTEE, mentee).text()).contains("your community may apply as mentee.");
    }

    @Test
    void whatIsNotAnsweredIsNamedAndTheRestIsStillThere() {
        mentee.remove("maturity");

        Visitor.Answer answer = asks(MENTEE, mentee);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .containsPattern("id=\"maturity-error\">Please choose one\\.<")
                .contains("We have never run a general assembly.", "value=\"user-group\" selected")
                .doesNotContain("This is no decision");
    }

    @Test
    void whatWasTypedIsStillThereInAnotherLanguageAndGoneForWhoComesAnew() {
        mentee.remove("maturity");
        asks(MENTEE, mentee);

        assertThat(visitor.opens(MENTEE + "?language=pl").text())
                .contains("We have never run a general assembly.", "value=\"user-group\" selected");
        assertThat(visitor.opens(MENTEE + "?language=uk").text()).contains("We have never run a general assembly.");
        assertThat(visitor.opens(MENTEE).text()).doesNotContain("We have never run a general assembly.");
        assertThat(visitor.opens(MENTEE + "?language=en").text())
                .doesNotContain("We have never run a general assembly.");
    }

    @Test
    void whatIsNoChoiceCountsAsNoAnswerAndWordsAreWordsWhateverTheyLookLike() {
        mentor.remove("shown");
        assertThat(asks(MENTOR, mentor).text()).contains("shown-error");
        mentor.put("shown", "something else");
        assertThat(asks(MENTOR, mentor).status()).isEqualTo(422);
        mentee.put("problem", "\"Board\" is what we must learn: three of our five admins have left.");
        assertThat(asks(MENTEE, mentee).text()).contains("your community may apply as mentee.");
    }

    @Test
    void nothingOfItIsKept() {
        int before = db.queryForObject("select count(*) from app.submissions", Integer.class);
        asks(MENTEE, mentee);
        assertThat(db.queryForObject("select count(*) from app.submissions", Integer.class))
                .isEqualTo(before);
        assertThat(visitor.opens("/apply/mentorship/mentee/check").status()).isEqualTo(404);
    }
}
