package org.peerexchange.mentorship;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.portal.Visitor;
import org.peerexchange.programme.Case;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The public list of participants (domain B4): who agreed to it, by user name. */
@PeerExchangeTest
class PublicListTests extends RunningCohort {

    @LocalServerPort
    private int port;

    @Autowired
    private EntityManagerFactory entities;

    @Autowired
    private FormService forms;

    @Autowired
    private RepositoryService definitions;

    private Visitor.Answer list() {
        return new Visitor(port).opens("/programmes/mentorship/%s/participants".formatted(cohort.number()));
    }

    private String programme() {
        return new Visitor(port).opens("/programmes/mentorship").text();
    }

    @Test
    void onlyWhoAgreedIsOnItAndOnlyByWhatIsPublic() {
        scenario.passesUntil(day(1, 20));
        accepted(
                "mentee",
                "Olga Private",
                Map.of("publicList", "yes", "username", "Olga|42", "interests", List.of("schools")));
        accepted("collaborator", "Hidden Person", Map.of("username", "HiddenUser"));
        accepted(
                "mentor",
                "Group Person",
                Map.of(
                        "publicList", "yes",
                        "username", "GroupUser",
                        "takesPartAs", "group",
                        "community", "other",
                        "communityName", "Teachers [[of]] Tea"));
        signsUp("mentee", "Not Read", Map.of("publicList", "yes", "username", "NotReadYet"));

        String page = list().text();

        assertThat(page)
                .contains("{| class=&quot;wikitable sortable&quot;", "User:GroupUser", "Mentee", "Mentor")
                .contains("Olga&amp;#124;42", "Teachers &amp;#91;&amp;#91;of", "Wikitext to copy")
                .doesNotContain("Private", "Hidden", "example.org", "NotReadYet", "Group Person");
    }

    @Test
    void whoChangesTheirMindIsTakenOffAndPutBack() {
        scenario.passesUntil(day(1, 20));
        Case listed = accepted("collaborator", "Cora", Map.of("publicList", "yes", "username", "CoraUser"));
        assertThat(list().text()).contains("CoraUser");
        assertThat(programme()).contains(cohort.number() + "/participants");

        scenario.passes(Duration.ofHours(1));
        scenario.staffStarts("change-public-list", Map.of("signUp", listed.number(), "publicList", "no"));

        assertThat(list().text()).contains("Nobody is on this list yet").doesNotContain("CoraUser", "Wikitext to copy");
        assertThat(programme()).as("a list that nobody is on").doesNotContain(cohort.number() + "/participants");
        scenario.passes(Duration.ofHours(1));
        scenario.staffStarts("change-public-list", Map.of("signUp", listed.number(), "publicList", "yes"));
        assertThat(list().text()).contains("CoraUser");
    }

    @Test
    void theFormForChangesLeadsToThePageOfItsProgramme() throws IOException {
        try (InputStream form = forms.getDeployedStartForm(definitions
                .createProcessDefinitionQuery()
                .processDefinitionKey("change-public-list")
                .latestVersion()
                .singleResult()
                .getId())) {
            assertThat(new String(form.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("[Who is on it now](/programmes/mentorship)");
        }
    }

    @Test
    void whoChangesTheirMindAfterTheCohortIsTakenOffToo() {
        scenario.passesUntil(day(1, 20));
        Case listed = accepted("collaborator", "Cora", Map.of("publicList", "yes", "username", "CoraUser"));
        scenario.passesUntil(day(3, 17));
        assertThat(scenario.stateOf(listed)).isEqualTo("took-part");
        assertThat(list().text()).contains("CoraUser");

        scenario.staffStarts("change-public-list", Map.of("signUp", listed.number(), "publicList", "no"));

        assertThat(list().text()).doesNotContain("CoraUser");
    }

    @Test
    void thePageTakesAsManyQuestionsToTheDatabaseForManyPeopleAsForOne() {
        scenario.passesUntil(day(1, 20));
        accepted("collaborator", "Cora", Map.of("publicList", "yes", "username", "CoraUser"));
        list();
        long forOne = questionsOf(this::list);
        accepted("collaborator", "Dana", Map.of("publicList", "yes", "username", "DanaUser"));
        accepted("mentor", "Edi", Map.of("publicList", "yes", "username", "EdiUser"));
        list();

        assertThat(questionsOf(this::list)).isEqualTo(forOne);
        assertThat(list().text()).contains("CoraUser", "DanaUser", "EdiUser");
    }

    private long questionsOf(Runnable page) {
        Statistics asked = entities.unwrap(SessionFactory.class).getStatistics();
        asked.setStatisticsEnabled(true);
        try {
            asked.clear();
            page.run();
            return asked.getPrepareStatementCount();
        } finally {
            asked.setStatisticsEnabled(false);
        }
    }

    @Test
    void thePageOfTheProgrammeSaysWhoDoesWhat() {
        assertThat(new Visitor(port).opens("/programmes/mentorship").text())
                .contains(
                        "Not filled at the moment: Chair of the working group, Liaison to the board.",
                        "<p>Whoever would rather share than be mentored joins a buddy circle",
                        "/help/mentorship");
        assertThat(new Visitor(port).opens("/programmes/unknown").status()).isEqualTo(404);
        assertThat(new Visitor(port)
                        .opens("/programmes/exchange/%s/participants".formatted(cohort.number()))
                        .status())
                .isEqualTo(404);
    }
}
