package org.peerexchange.submission.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.RunningExchange;
import org.peerexchange.Scenario;
import org.peerexchange.programme.Case;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.Attachment;
import org.peerexchange.submission.Attachments;
import org.peerexchange.submission.Submission;
import org.peerexchange.submission.Submissions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is asked to correct what they sent finds their files again, and need send none twice. */
@PeerExchangeTest
class FilesOfACorrectionTests {

    private static int year = 2200;

    @Autowired
    private Scenario scenario;

    @Autowired
    private RunningExchange exchange;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Attachments attachments;

    @Autowired
    private TransactionTemplate transaction;

    private Case subject;

    @BeforeEach
    void aReportWasSentWithAPhoto() {
        subject = scenario.caseWith(scenario.cycle(year++), Case.PAIR, "mentee", "mentor");
        ask();
        upload("photo");
        scenario.answers(subject, "mentee", exchange.menteeReport("We met."));
    }

    @Test
    void aCorrectionHoldsTheFilesOfTheVersionBefore() {
        ask();
        assertThat(attachments.waiting(request().id()))
                .isEqualTo(attachments.sentWith(current().id()));

        upload("another photo");
        scenario.answers(subject, "mentee", exchange.menteeReport("We met twice."));

        assertThat(current().version()).isEqualTo(2);
        assertThat(attachments.sentWith(current().id())).hasSize(2);
    }

    @Test
    void theSameAnswersWithTheSameFilesMakeNoNewVersion() {
        ask();
        scenario.answers(subject, "mentee", exchange.menteeReport("We met."));

        assertThat(current().version()).isEqualTo(1);
        assertThat(attachments.sentWith(current().id())).hasSize(1);
    }

    @Test
    void theSameAnswersWithoutAFileMakeANewVersion() {
        ask();
        transaction.executeWithoutResult(
                status -> attachments.dropWaiting(request().id()));
        scenario.answers(subject, "mentee", exchange.menteeReport("We met."));

        assertThat(current().version()).isEqualTo(2);
        assertThat(attachments.sentWith(current().id())).isEmpty();
    }

    private void ask() {
        scenario.start(
                "ask-participant",
                subject,
                Map.of(
                        "who", "mentee",
                        "form", "mentee-report",
                        "task", "Write your report",
                        "deadline", "report-changes",
                        "ladder", "report",
                        "mail", "reminder"));
    }

    private Asking.Request request() {
        return scenario.request(subject, "mentee");
    }

    private void upload(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        transaction.executeWithoutResult(status -> attachments.save(new Attachment(
                subject.number(),
                request().id(),
                "evidence",
                content + ".png",
                "image/png",
                bytes,
                "sha256 of " + content,
                "somebody",
                Instant.now())));
    }

    private Submission current() {
        return submissions
                .findFirstByCaseNumberAndDocumentOrderByVersionDesc(subject.number(), "mentee-report")
                .orElseThrow();
    }
}
