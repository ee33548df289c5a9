package org.peerexchange.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@PeerExchangeTest
class ReadOnceTests {

    @Autowired
    PlatformTransactionManager transactions;

    private final Map<String, String> there = new TreeMap<>(Map.of("one", "1", "two", "2"));
    private final List<Set<String>> asked = new ArrayList<>();
    private final ReadOnce<String, String> reading = new ReadOnce<>(this::read, "nothing");

    private TransactionTemplate onlyReading;
    private TransactionTemplate another;

    @BeforeEach
    void templates() {
        onlyReading = new TransactionTemplate(transactions);
        onlyReading.setReadOnly(true);
        another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private Map<String, String> read(Collection<String> keys) {
        asked.add(new TreeSet<>(keys));
        return there;
    }

    @Test
    void a_page_reads_what_it_needs_several_times_once() {
        onlyReading.executeWithoutResult(page -> {
            assertThat(reading.of("one")).isEqualTo("1");
            there.put("one", "changed");
            assertThat(reading.of(List.of("one", "two", "three")))
                    .isEqualTo(Map.of("one", "1", "two", "2", "three", "nothing"));
            assertThat(reading.of("three")).isEqualTo("nothing");
        });

        assertThat(asked).containsExactly(Set.of("one"), Set.of("three", "two"));
    }

    @Test
    void the_next_page_reads_anew() {
        onlyReading.executeWithoutResult(page -> reading.of("one"));
        there.put("one", "changed");

        onlyReading.executeWithoutResult(page -> assertThat(reading.of("one")).isEqualTo("changed"));
    }

    @Test
    void who_may_change_things_and_who_is_in_no_transaction_reads_each_time() {
        assertThat(reading.of("one")).isEqualTo("1");
        there.put("one", "changed");
        assertThat(reading.of("one")).isEqualTo("changed");

        another.executeWithoutResult(change -> {
            reading.of("one");
            there.put("one", "changed again");
            assertThat(reading.of("one")).isEqualTo("changed again");
        });
    }

    @Test
    void a_transaction_in_between_knows_nothing_of_it() {
        onlyReading.executeWithoutResult(page -> {
            reading.of("one");
            there.put("one", "changed");
            another.executeWithoutResult(change -> assertThat(reading.of("one")).isEqualTo("changed"));
            assertThat(reading.of("one")).isEqualTo("1");
        });
    }

    @Test
    void what_was_read_in_another_way_is_not_read_again() {
        onlyReading.executeWithoutResult(page -> {
            reading.know(Map.of("one", "known"));
            assertThat(reading.of("one")).isEqualTo("known");
        });

        assertThat(asked).isEmpty();
    }
}
