package org.peerexchange.mentorship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.people.PersonalLink;
import org.peerexchange.people.PersonalLinks;
import org.peerexchange.portal.Visitor;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Facts;
import org.peerexchange.submission.AnonymousAnswers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The feedback survey (domain B6): anonymous, but only from those who took part, and from each once. */
@PeerExchangeTest
class AnonymousSurveyTests extends RunningCohort {

    private static final String WORDS = "Wendelin liked the purple calls.";

    @Autowired
    private AnonymousAnswers anonymous;

    @Autowired
    private PersonalLinks links;

    @LocalServerPort
    private int port;

    private final List<Case> collaborators = new ArrayList<>();

    private void theCohortIsOver(int people) {
        scenario.passesUntil(day(1, 20));
        for (int n = 0; n < people; n++) {
            collaborators.add(accepted("collaborator", "Collab " + (char) ('A' + n), Map.of()));
        }
        scenario.passesUntil(day(3, 17));
    }

    private static Map<String, Object> answer(String worked) {
        return Map.of("helped", "4", "again", "yes", "worked", worked);
    }

    @Test
    void nothingThatIsKeptLeadsFromAnAnswerToWhoGaveIt() {
        theCohortIsOver(3);
        Case one = collaborators.get(0);
        scenario.answers(one, "applicant", answer(WORDS));
        scenario.answers(collaborators.get(1), "applicant", answer("Other words."));

        String person = jdbc.queryForObject(
                "select person_id from app.parties where case_number = ?", String.class, one.number());
        assertThat(jdbc.queryForList("select * from app.anonymous_answers where cycle = ?", cohort.number()))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.keySet())
                        .containsExactlyInAnyOrder("id", "cycle", "document", "form_version", "answers", "shown"));
        assertThat(jdbc.queryForList(
                        "select distinct xmin::text from app.anonymous_answers where cycle = ?", cohort.number()))
                .as("one transaction has written all of them")
                .hasSize(1);
        assertThat(tablesThatHold(WORDS)).containsExactly("app.anonymous_answers");
        assertThat(tablesThatHold(WORDS)).doesNotContainAnyElementsOf(tablesThatHold(person));
        assertThat(jdbc.queryForList("select 1 from app.submissions where document = 'cohort-survey'"))
                .isEmpty();
    }

    @Test
    void thePageOfASurveyNamesNobodyAndItsThanksSayThatNoNameIsKept() {
        theCohortIsOver(1);
        Case one = collaborators.get(0);
        String person = jdbc.queryForObject(
                "select person_id from app.parties where case_number = ?", String.class, one.number());
        String address = links.mint(
                person,
                one.number(),
                PersonalLink.ASK,
                scenario.request(one, "applicant").id());
        String path = address.substring(address.indexOf("/p/"));
        Visitor visitor = new Visitor(port);

        assertThat(visitor.opens(path).text())
                .contains("kept without your name or the number of your case, so nobody can tell")
                .doesNotContain(one.number(), "Collab A");
        assertThat(visitor.posts(path, "{\"helped\": \"4\", \"again\": \"yes\", \"worked\": \"Calls.\"}")
                        .status())
                .isEqualTo(200);
        assertThat(visitor.opens(path).text())
                .contains("They are kept without your name or the number of your case")
                .doesNotContain(one.number(), "Collab A");
        dispatcher.dispatch();
        assertThat(jdbc.queryForObject(
                        "select body from app.mails where case_number = ? and text = 'ask-survey'",
                        String.class,
                        one.number()))
                .as("who shared in the network had no pair")
                .contains("this cohort comes to its end")
                .doesNotContain("meet as a pair");
    }

    /** Every table, of ours and of the engine, one of whose rows has these words in it. */
    private List<String> tablesThatHold(String words) {
        return jdbc
                .queryForList(
                        "select schemaname || '.' || tablename from pg_tables where schemaname in ('app', 'public')",
                        String.class)
                .stream()
                .filter(table -> jdbc.queryForObject(
                        "select exists (select 1 from %s t where t::text like ?)".formatted(table),
                        Boolean.class,
                        "%" + words + "%"))
                .toList();
    }

    @Test
    void answersAreShownFiveAtATimeAndWhatIsLeftOverNeverIs() {
        theCohortIsOver(6);
        for (int n = 0; n < 4; n++) {
            scenario.answers(collaborators.get(n), "applicant", answer("Words " + n));
        }
        assertThat(anonymous.in(cohort.number()).get(0).answered()).isEqualTo(4);
        assertThat(anonymous.in(cohort.number()).get(0).answers()).isEmpty();
        scenario.answers(collaborators.get(4), "applicant", answer("Words 4"));
        assertThat(anonymous.in(cohort.number()).get(0).answers()).hasSize(5);
        scenario.answers(collaborators.get(5), "applicant", answer("Words 5"));
        assertThat(anonymous.in(cohort.number()).get(0).answers()).hasSize(5);
        assertThat(Facts.at(facts.of(cohort.number()), "anonymous.cohortSurvey").toString())
                .contains("Words 0")
                .doesNotContain("Words 5");

        jdbc.update("update app.cases set closed_at = now() where number = ?", cohort.number());

        assertThat(anonymous.in(cohort.number()).get(0).answered()).isEqualTo(6);
        assertThat(anonymous.in(cohort.number()).get(0).answers()).hasSize(5);
        assertThat(Facts.at(facts.of(cohort.number()), "anonymous.cohortSurvey").toString())
                .doesNotContain("Words 5");
    }

    @Test
    void whoSignedUpTwiceIsThankedTwiceAndHeardOnce() {
        theCohortIsOver(2);
        Case other = collaborators.get(1);
        jdbc.update(
                """
                update app.parties set person_id = (select person_id from app.parties where case_number = ? and side = 'applicant')
                where case_number = ?""",
                collaborators.get(0).number(),
                other.number());
        scenario.answers(collaborators.get(0), "applicant", answer(WORDS));

        scenario.answers(other, "applicant", answer("Twice."));

        assertThat(scenario.isAsked(other, "applicant"))
                .as("she has done what she was asked")
                .isFalse();
        assertThat(tablesThatHold("Twice.")).isEmpty();
        assertThat(anonymous.in(cohort.number()).get(0).answered()).isEqualTo(1);
    }
}
