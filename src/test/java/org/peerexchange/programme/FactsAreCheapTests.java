package org.peerexchange.programme;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.RunningExchange;
import org.peerexchange.deadline.Deadlines;
import org.springframework.beans.factory.annotation.Autowired;

/** Every timer, mail, form and table asks for facts: whoever asks for one does not pay for all. */
@PeerExchangeTest
class FactsAreCheapTests {

    @Autowired
    private RunningExchange exchange;

    @Autowired
    private Facts facts;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private EntityManagerFactory entities;

    private Case pair;
    private Statistics statistics;

    @BeforeEach
    void aPairIsAgreed() {
        pair = exchange.agreed();
        statistics = entities.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
    }

    @AfterEach
    void nobodyCounts() {
        statistics.setStatisticsEnabled(false);
    }

    private <T> T within(long statements, Supplier<T> reading) {
        statistics.clear();
        T read = reading.get();
        assertThat(statistics.getPrepareStatementCount())
                .as("statements, the case itself included")
                .isBetween(1L, statements);
        return read;
    }

    @Test
    void aDeadlineReadsTheCaseAndTheDaysOfItsCycle() {
        assertThat(within(3, () -> deadlines.of(pair.number(), "matching-ends")))
                .isNotNull();
    }

    @Test
    void onePathReadsWhatItNames() {
        assertThat(within(1, () -> facts.at(pair.number(), "case.title"))).isEqualTo(pair.title());
        assertThat(within(2, () -> facts.at(pair.number(), "cycle.matchingEnds")))
                .isInstanceOf(LocalDate.class);
        assertThat(within(2, () -> facts.at(pair.number(), "ledger.paid"))).isNotNull();
        assertThat(within(2, () -> facts.at(pair.number(), "mentee.application")))
                .isInstanceOf(String.class);
        assertThat(within(3, () -> facts.at(pair.number(), "activityPlan.visitStart")))
                .isNull();
    }

    @Test
    void oneSideIsReadWithoutTheOthers() {
        Map<String, Object> known = facts.of(pair.number());

        assertThat(within(4, () -> Facts.at(known, "mentee.menteeApplication"))).isNull();
        statistics.clear();
        assertThat(Facts.at(known, "mentor.application")).isInstanceOf(String.class);
        assertThat(statistics.getPrepareStatementCount())
                .as("the sides are known already")
                .isZero();
    }

    @Test
    void whoAsksForEverythingGetsEverything() {
        Map<String, Object> all = new HashMap<>(facts.of(pair.number()));

        assertThat(all)
                .containsKeys(
                        "today",
                        "case",
                        "cycle",
                        "mentee",
                        "mentor",
                        "traveller",
                        "host",
                        "ledger",
                        "receiptRows",
                        "decisions",
                        "match",
                        "sent",
                        "undeliveredMails",
                        "topicOptions")
                .doesNotContainKeys("impactDraft", "impactReport", "lastSent", "community", "applied");
    }
}
