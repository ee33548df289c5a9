package org.peerexchange.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.RunningExchange;
import org.peerexchange.Scenario;
import org.peerexchange.programme.Case;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever takes part in a case sees its way as a picture, with the place where it is. */
@PeerExchangeTest
class CasePictureTests {

    private static final Pattern CONTENT = Pattern.compile("id=\"picture-content\">(.*?)</script>", Pattern.DOTALL);

    @LocalServerPort
    int port;

    @Autowired
    PortalStage stage;

    @Autowired
    Scenario scenario;

    @Autowired
    RunningExchange exchange;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcTemplate jdbc;

    Visitor ana;

    @BeforeEach
    void comeIn() {
        stage.isEmpty();
        ana = new Visitor(port);
    }

    private String pictureOf(Case subject, String side) {
        return "%s/cases/%s/picture".formatted(stage.pageOf(subject, side), subject.number());
    }

    private static String words(Visitor.Answer page) {
        return CONTENT.matcher(page.text())
                .replaceAll("")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }

    private static JsonNode drawn(Visitor.Answer page) throws IOException {
        Matcher content = CONTENT.matcher(page.text());
        assertThat(content.find()).as(page.text()).isTrue();
        return new ObjectMapper().readTree(content.group(1));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void the_place_of_the_case_is_marked_in_its_way_and_in_each_part_of_it() throws IOException {
        Case pair = stage.ofTwo(exchange.agreed());
        exchange.runs("exchange", Map.of());
        String mine = stage.pageOf(pair, "mentee");
        String picture = "/my/.*/cases/%s/picture".formatted(pair.number());
        assertThat(ana.opens(mine).text()).containsPattern("href=\"" + picture + "\"[^>]*>See the way as a picture");

        Visitor.Answer whole = ana.opens(mine + "/cases/%s/picture".formatted(pair.number()));
        assertThat(words(whole))
                .contains("Now: You are writing your activity plan")
                .contains("Exchange › Activity plan › ");
        Visitor.Answer polish =
                new Visitor(port).opens(mine + "/cases/%s/picture?language=pl".formatted(pair.number()));
        assertThat(words(polish)).contains("Teraz: Piszecie plan działań", "Wymiana › Plan działań › ");
        assertThat(drawn(polish).path("xml").asText())
                .contains("name=\"Uzgodnienie planu działań\"")
                .doesNotContain("Agree on the activity plan");
        JsonNode drawing = drawn(whole);
        assertThat(texts(drawing.path("here"))).containsExactly("callActivity_plan");
        assertThat(texts(drawing.path("passed"))).contains("startEvent_matched");
        assertThat(drawing.path("xml").asText())
                .contains("name=\"Agree on the activity plan\"")
                .doesNotContain("camunda", "exchange-staff", "${");

        String part = drawing.path("ways").path("callActivity_plan").asText();
        Visitor.Answer plan = ana.opens(mine + "/cases/%s/picture?way=%s".formatted(pair.number(), part));
        assertThat(texts(drawn(plan).path("here"))).singleElement().asString().startsWith("callActivity_");
        assertThat(words(plan)).contains("Here now");
    }

    @Test
    void nobody_else_sees_it_and_a_link_in_a_mail_shows_that_of_its_own_case() {
        Case pair = stage.ofTwo(exchange.agreed());
        PortalStage.Requested others = stage.requested();
        exchange.runs("exchange", Map.of());
        String mine = stage.pageOf(pair, "mentee");

        Visitor.Answer unknown = ana.opens(mine + "/cases/EX-1999-001/picture");
        Visitor.Answer someoneElses = ana.opens(mine + "/cases/%s/picture".formatted(others.caseNumber()));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(someoneElses.status()).isEqualTo(404);
        assertThat(someoneElses.json().path("error")).isEqualTo(unknown.json().path("error"));
        assertThat(ana.opens(pictureOf(pair, "mentee") + "?way=" + others.id()).status())
                .isEqualTo(404);
        assertThat(ana.opens("/my/nonsense/cases/%s/picture".formatted(pair.number()))
                        .text())
                .contains("This link does not work");

        assertThat(words(ana.opens(others.path()))).contains(others.caseNumber() + " · See the way as a picture");
        assertThat(words(ana.opens(others.path() + "/picture")))
                .as("a case that was asked without any way")
                .contains(others.caseNumber(), "There is no picture of it just now.");
    }

    @Test
    void a_way_that_is_for_one_side_is_neither_shown_to_the_other_nor_marked() throws IOException {
        Case pair = stage.ofTwo(exchange.agreed());
        exchange.isPlanned(true);

        Visitor.Answer hosts = ana.opens(pictureOf(pair, "mentor"));
        Visitor.Answer guests = ana.opens(pictureOf(pair, "mentee"));

        String advance = "callActivity_advance";
        assertThat(texts(drawn(hosts).path("here"))).contains(advance);
        assertThat(texts(drawn(guests).path("here"))).doesNotContain(advance).isNotEmpty();
        assertThat(words(hosts)).contains("Approve the advance");
        assertThat(words(guests)).doesNotContain("Approve the advance");
        String way = drawn(hosts).path("ways").path(advance).asText();
        assertThat(ana.opens(pictureOf(pair, "mentee") + "?way=" + way).status())
                .isEqualTo(404);
    }

    @Test
    void a_case_shows_the_model_that_it_began_with_and_how_it_ended() throws IOException {
        Case pair = stage.ofTwo(exchange.agreed());
        String first = deployed("Wait for the <first> tea");
        String started = runtime.startProcessInstanceByKey("picture-trial", pair.number())
                .getId();
        String second = deployed("Wait for the second tea");
        try {
            Visitor.Answer page = ana.opens(pictureOf(pair, "mentee"));
            assertThat(drawn(page).path("xml").asText())
                    .contains("Wait for the &lt;first&gt; tea")
                    .doesNotContain("second");
            assertThat(words(page)).contains("Here now Wait for the &lt;first&gt; tea");

            runtime.deleteProcessInstance(started, "it ended");
            jdbc.update("update app.cases set state = 'cancelled', closed_at = now() where number = ?", pair.number());
            Visitor.Answer ended = ana.opens(pictureOf(pair, "mentee"));
            assertThat(words(ended)).contains("Ended as: Cancelled", "This part has ended.", "Done Tea wanted");
            assertThat(drawn(ended).path("here")).isEmpty();
            assertThat(texts(drawn(ended).path("passed"))).containsExactly("startEvent_wanted");
        } finally {
            repository.deleteDeployment(second, true);
            repository.deleteDeployment(first, true);
        }
    }

    private String deployed(String waiting) {
        String model =
                """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    id="picture" targetNamespace="x">
                  <bpmn:process id="picture-trial" name="Trial" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="startEvent_wanted" name="Tea wanted" />
                    <bpmn:sequenceFlow id="flow" sourceRef="startEvent_wanted" targetRef="receiveTask_wait" />
                    <bpmn:receiveTask id="receiveTask_wait" name="%s" />
                  </bpmn:process>
                </bpmn:definitions>"""
                        .formatted(waiting.replace("<", "&lt;"));
        return repository
                .createDeployment()
                .addString("processes/exchange/picture-trial.bpmn", model)
                .deploy()
                .getId();
    }
}
