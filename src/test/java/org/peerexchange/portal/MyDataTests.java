package org.peerexchange.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.ReceivedMail;
import org.peerexchange.RunningExchange;
import org.peerexchange.Scenario;
import org.peerexchange.mail.Recipient;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Parties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything held about somebody in one file, and nothing of others in it. */
@PeerExchangeTest
class MyDataTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    PortalStage stage;

    @Autowired
    Scenario scenario;

    @Autowired
    RunningExchange exchange;

    @Autowired
    Parties parties;

    @Autowired
    ReceivedMail received;

    @Autowired
    JdbcTemplate jdbc;

    Visitor ana;

    @BeforeEach
    void comeIn() {
        stage.isEmpty();
        ana = new Visitor(port);
    }

    private String personOf(Case subject, String side) {
        return parties.of(subject.number(), side).personId();
    }

    /** What is in the file, by path. */
    private Map<String, byte[]> downloaded(String mine) throws IOException {
        Visitor.Answer answer = ana.opens(mine + "/data");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        assertThat(answer.header("Content-Disposition")).matches("attachment; filename=\"my-data-[0-9-]{10}\\.zip\"");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        Map<String, byte[]> found = new LinkedHashMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(answer.response().body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.put(entry.getName(), zip.readAllBytes());
            }
        }
        return found;
    }

    private static JsonNode data(Map<String, byte[]> zip) throws IOException {
        return JSON.readTree(zip.get("data.json"));
    }

    private static String everything(Map<String, byte[]> zip) {
        StringBuilder all = new StringBuilder();
        zip.forEach(
                (path, content) -> all.append(path).append('\n').append(new String(content, StandardCharsets.UTF_8)));
        return all.toString();
    }

    private void mailed(String personId, String caseNumber, String body) {
        jdbc.update(
                """
                insert into app.mails (id, key, programme, case_number, text, recipient, given, state, created_at, due_at, sent_at,
                    subject, body)
                values (gen_random_uuid(), gen_random_uuid()::text, 'exchange', ?, 'pair-agreed', ?, '{}', 'sent', now(), now(),
                    now(), 'You are partners', ?)""",
                caseNumber,
                Recipient.person(personId).toString(),
                body);
    }

    private void wrote(String caseNumber, String document, String kind, String author, String side, String answers) {
        jdbc.update(
                """
                insert into app.submissions (id, case_number, document, version, form_version, author_kind, author, side,
                    sent_at, answers, sha256)
                values (?, ?, ?, 1, 1, ?, ?, ?, now(), ?, 'none')""",
                UUID.randomUUID(),
                caseNumber,
                document,
                kind,
                author,
                side,
                answers);
    }

    @Test
    void what_somebody_sent_is_there_in_every_version_with_signatures_mails_links_and_choices() throws IOException {
        Case pair = stage.ofTwo(exchange.agreed());
        exchange.runs("exchange", Map.of());
        received.all();
        scenario.answers(pair, "mentee", exchange.plan(false));
        scenario.answers(pair, "mentor", exchange.plan(false));
        String mentee = personOf(pair, "mentee");
        jdbc.update("insert into app.unsubscribed values (?, 'exchange', now())", mentee);
        String mine = stage.pageOf(pair, "mentee");

        assertThat(ana.opens(mine).text()).contains("My data", "href=\"%s/data\"".formatted(mine));
        JsonNode data = data(downloaded(mine));

        assertThat(data.at("/person/email").asText()).isEqualTo("person.mentee@example.org");
        assertThat(data.path("cases").findValuesAsText("number")).contains(pair.number());
        assertThat(data.path("cases").findValuesAsText("side")).contains("mentee", "traveller");
        JsonNode plan = data.path("sent").path(0);
        assertThat(plan.path("document").asText()).isEqualTo("activity-plan");
        assertThat(plan.path("version").asInt()).isEqualTo(1);
        assertThat(plan.path("answers").toString()).contains("Two of us can chair an assembly alone.");
        assertThat(data.path("signatures").path(0).path("document").asText()).isEqualTo("activity-plan");
        assertThat(data.path("mails").path(0).path("subject").asText()).contains(pair.number());
        assertThat(data.path("mails").path(0).path("text").asText()).contains("[personal link]");
        assertThat(data.path("personalLinks").findValuesAsText("for")).contains("ask", "my");
        assertThat(data.path("noNewsFrom").findValuesAsText("programme")).containsExactly("exchange");
        assertThat(data.path("publicLists").isArray()).isTrue();

        JsonNode partners = data(downloaded(stage.pageOf(pair, "mentor")));
        assertThat(partners.path("sent").size())
                .as("the plan that both sides sign was sent by the other side")
                .isZero();
        assertThat(partners.path("signatures").path(0).path("signedAs").asText())
                .isEqualTo("mentor");
    }

    @Test
    void nothing_of_others_is_in_it() throws IOException {
        Case pair = stage.ofTwo(exchange.agreed());
        String mentee = personOf(pair, "mentee");
        String mentor = personOf(pair, "mentor");
        jdbc.update(
                "update app.persons set name = 'Zofia Sekretna', email = 'zofia@partner.example' where id = ?", mentor);
        wrote(
                pair.number(),
                "mentor-report",
                "person",
                mentor,
                "mentor",
                "{\"shared\":\"The board quarrelled for a whole year.\"}");
        wrote(
                pair.number(),
                "hub-review",
                "staff",
                "hanna",
                "hub",
                "{\"reason\":\"They never answer mails, keep an eye on them.\"}");
        wrote(pair.number(), "mentee-report", "person", mentee, "mentee", "{\"done\":\"We sat in their assembly.\"}");
        mailed(
                mentee,
                pair.number(),
                """
                Hello Person mentee, your partner is ZOFIA SEKRETNA. Write to zofia@partner.example, or as before to
                zofia.old@partner.example; she told us: The board quarrelled for a whole year. The hub: exchange@hub.example.""");
        mailed(mentor, pair.number(), "This went to the partner alone.");
        jdbc.update("insert into app.anonymous_voices values (?, 'exchange-survey', ?)", pair.number(), mentee);

        Map<String, byte[]> zip = downloaded(stage.pageOf(pair, "mentee"));

        assertThat(everything(zip))
                .contains("We sat in their assembly.", "Hello Person mentee, your partner is [name of somebody else]")
                .contains("exchange@hub.example")
                .doesNotContainIgnoringCase("Zofia")
                .doesNotContainIgnoringCase("partner.example")
                .doesNotContain("quarrelled", "keep an eye", "hanna", "hub-review", "mentor-report", "partner alone")
                .doesNotContain("exchange-survey")
                .doesNotContain(mentor);
        assertThat(data(zip).path("mails").size()).isEqualTo(1);
    }

    @Test
    void files_come_under_names_that_lead_nowhere_else_and_only_those_somebody_uploaded_themselves()
            throws IOException {
        PortalStage.Requested request = stage.requested();
        ana.opens(request.path());
        byte[] picture = Pictures.of("jpg", 64, 48);
        ana.uploads(request.path(), "photos", "visit.jpg", picture);
        ana.uploads(request.path(), "photos", "theirs.jpg", Pictures.of("jpg", 32, 32));
        jdbc.update(
                "update app.attachments set name = '../../my visit/ЗВІТ.jpg' where name = 'visit.jpg' and task_id = ?",
                request.id());
        jdbc.update(
                "update app.attachments set uploaded_by = 'partner' where name = 'theirs.jpg' and task_id = ?",
                request.id());
        String mine = stage.pageOf(request);
        assertThat(downloaded(mine).keySet())
                .as("not sent yet")
                .containsExactly(
                        "data.json", "files/%s/not-sent/1-._._my_visit_ЗВІТ.jpg".formatted(request.caseNumber()));

        assertThat(ana.posts(
                                request.path(),
                                """
                                {"title": "A visit", "summary": "How to run an edit-a-thon.", "topic": "governance", "people": 8,
                                 "days": [{"date": "2031-09-01", "what": "Met"}], "honest": true}""")
                        .status())
                .isEqualTo(200);
        Map<String, byte[]> zip = downloaded(mine);
        String path = "files/%s/portal-report-1/1-._._my_visit_ЗВІТ.jpg".formatted(request.caseNumber());
        assertThat(zip.keySet()).containsExactly("data.json", path);
        assertThat(Pictures.widthOf(zip.get(path))).isEqualTo(64);
        assertThat(data(zip).path("files").path(0).path("calledByYou").asText()).isEqualTo("../../my visit/ЗВІТ.jpg");
        assertThat(data(zip).path("sent").path(0).path("answers").path("title").asText())
                .isEqualTo("A visit");
    }

    @Test
    void a_draft_is_there_unless_its_form_is_anonymous() throws IOException {
        PortalStage.Requested request = stage.requested();
        ana.opens(request.path());
        ana.posts(request.path() + "/draft?base=0&page=" + UUID.randomUUID(), "{\"title\": \"Half a report\"}");
        PortalStage.Requested survey = stage.requestedBeside(request, "exchange-survey");
        jdbc.update(
                "insert into app.drafts values (encode(sha256(convert_to(?, 'UTF8')), 'hex'), 1, '{\"a\":\"Secretly\"}', now(), gen_random_uuid())",
                "request " + survey.id());

        String all = everything(downloaded(stage.pageOf(request)));

        assertThat(all).contains("Half a report").doesNotContain("Secretly", "exchange-survey");
    }

    @Test
    void downloading_changes_nothing_and_needs_the_link_to_the_own_page() throws IOException {
        PortalStage.Requested request = stage.requested();
        String mine = stage.pageOf(request);
        String before = state();
        downloaded(mine);
        assertThat(state()).isEqualTo(before);

        assertThat(ana.opens(request.path().replace("/p/", "/my/") + "/data").status())
                .isEqualTo(404);
        jdbc.update(
                "update app.personal_links set expires_at = now() - interval '1 day' where person_id = ?",
                request.personId());
        assertThat(ana.opens(mine + "/data").status()).isEqualTo(410);
    }

    private String state() {
        return jdbc.queryForList(
                        """
                        select (select count(*) from app.personal_links) || ' ' || (select count(*) from app.unsubscribe_links)
                        || ' ' || (select count(*) from app.mails) || ' ' || (select count(*) from app.drafts)
                        || ' ' || (select count(*) from public.act_ru_execution)""",
                        String.class)
                .toString();
    }
}
