package org.peerexchange.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.RunningCycle;
import org.peerexchange.Scenario;
import org.peerexchange.mail.CaseWords;
import org.peerexchange.mail.Outbox;
import org.peerexchange.mail.Recipient;
import org.peerexchange.mail.Recipients;
import org.peerexchange.mail.SentMail;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Facts;
import org.springframework.beans.factory.annotation.Autowired;

/** Who found no partner in one cycle hears of the next (domain A12). */
@PeerExchangeTest
class WaitingListTests {

    private static final String WAITING = "side:applicant of application in waiting-list of the last cycle";

    @Autowired
    private Scenario scenario;

    @Autowired
    private RunningCycle cycle;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Recipients recipients;

    @Autowired
    private CaseWords words;

    private void endsUnmatched(String community, String person, String nextStep) {
        Case application = cycle.applies(
                "mentee",
                cycle.knownCommunity(community, "user-group", 1),
                Map.of("name", person, "email", address(person)));
        cycle.bothRecommend(application, "accept", "");
        scenario.passesUntil(cycle.day(2, 20));
        scenario.tells(application, "matchingClosed");
        scenario.staffCompletes(
                application,
                "userTask_contactApplicant",
                Map.of("nextStep", nextStep, "message", "We have looked for a long time."));
    }

    private static String address(String person) {
        return person.replace(' ', '.') + "@example.org";
    }

    private List<SentMail> opened(Case year) {
        return outbox.sentTo(year.number()).stream()
                .filter(mail -> mail.text().equals("waiting-list-opened"))
                .toList();
    }

    @Test
    void whoIsOnTheWaitingListHearsOnceThatTheNextCycleIsOpen() {
        cycle.opens();
        cycle.takesApplications();
        endsUnmatched("Patient", "Pat Waiting", "waiting-list");
        endsUnmatched("Patient too", "Pat Waiting", "waiting-list");
        endsUnmatched("Elsewhere", "Els Other", "other-resources");
        assertThat(opened(cycle.current())).isEmpty();

        Case second = cycle.opens();
        assertThat(opened(second)).isEmpty();
        cycle.takesApplications();

        assertThat(opened(second)).singleElement().satisfies(mail -> assertThat(mail.to())
                .startsWith("Pat Waiting"));
        Recipient waiting = recipients.of(second.number(), WAITING).get(0);
        assertThat(Facts.at(words.about(second.number(), waiting), "programme.applyAt"))
                .as("the mail says where to apply")
                .asString()
                .matches("https?://.+/apply");
        assertThat(recipients.of(second.number(), WAITING)).hasSize(1).allMatch(Recipient::isPerson);

        cycle.applies(
                "mentee",
                cycle.knownCommunity("Patient", "user-group", 1),
                Map.of("name", "Pat Waiting", "email", address("Pat Waiting")));
        assertThat(recipients.of(second.number(), WAITING)).isEmpty();

        Case third = cycle.opens();
        cycle.takesApplications();
        assertThat(opened(third)).isEmpty();
    }
}
