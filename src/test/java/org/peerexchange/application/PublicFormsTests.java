package org.peerexchange.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.RunningCycle;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.SentForms;
import org.peerexchange.submission.Submission;
import org.peerexchange.submission.Submissions;
import org.springframework.beans.factory.annotation.Autowired;

/** What is sent in a form that anybody may open. */
@PeerExchangeTest
class PublicFormsTests {

    @Autowired
    private RunningCycle cycle;

    @Autowired
    private Applying applying;

    @Autowired
    private RequestingHelp requesting;

    @Autowired
    private Asking asking;

    @Autowired
    private Submissions submissions;

    @Autowired
    private SentForms sentForms;

    @Autowired
    private RepositoryService repository;

    @BeforeEach
    void applicationsAreOpen() {
        cycle.opens();
        cycle.takesApplications();
    }

    @Test
    void anApplicationIsReadInTheVersionOfTheFormItWasSentIn() throws IOException {
        whileANewQuestionIsAskedIn("mentee-application", () -> {
            Map<String, Object> answers = asMentee();
            answers.put("newQuestion", "We are new here.");

            Submission sent = only(applying.apply("exchange", "mentee", answers, Locale.ENGLISH), "mentee-application");

            assertThat(sent.answers()).containsEntry("newQuestion", "We are new here.");
            assertAsksTheNewQuestion(sent);
        });
    }

    @Test
    void aRequestForHelpIsReadInTheVersionOfTheFormItWasSentIn() throws IOException {
        whileANewQuestionIsAskedIn(
                "support-request",
                () -> assertAsksTheNewQuestion(
                        only(requesting.ask("exchange", asksForHelp(), Locale.ENGLISH), "support-request")));
    }

    private void assertAsksTheNewQuestion(Submission sent) {
        assertThat(sentForms.of(sent.document(), sent.formVersion()).field("newQuestion"))
                .as("the new question in version %d", sent.formVersion())
                .isPresent();
    }

    private Map<String, Object> asMentee() {
        Map<String, Object> answers = new HashMap<>(cycle.usually("mentee"));
        answers.put("community", cycle.knownCommunity("Public", "user-group", 1).id());
        return answers;
    }

    private static Map<String, Object> asksForHelp() {
        return new HashMap<>(Map.of(
                "name", "Example Asker",
                "email", "asker@example.org",
                "topic", "rules",
                "question", "How long may a visit be?"));
    }

    private Submission only(String caseNumber, String document) {
        return submissions
                .findFirstByCaseNumberAndDocumentOrderByVersionDesc(caseNumber, document)
                .orElseThrow();
    }

    private void whileANewQuestionIsAskedIn(String form, Runnable test) throws IOException {
        int before = asking.form(form).version();
        String changed = Files.readString(Path.of("forms/exchange/%s.form".formatted(form)))
                .replaceFirst(
                        "\"components\": \\[",
                        "\"components\": [{\"type\": \"textfield\", \"key\": \"newQuestion\", \"id\": \"Field_newQuestion\", \"label\": \"New\"},");
        String deployed = repository
                .createDeployment()
                .addString(form + ".form", changed)
                .deploy()
                .getId();
        try {
            assertThat(asking.form(form).version()).isEqualTo(before + 1);
            test.run();
        } finally {
            repository.deleteDeployment(deployed, true);
        }
    }
}
