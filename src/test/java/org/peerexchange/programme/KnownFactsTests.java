package org.peerexchange.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownFactsTests {

    private final List<String> read = new ArrayList<>();
    private final KnownFacts facts = new KnownFacts();

    KnownFactsTests() {
        facts.put("today", "2027-02-01");
        facts.later("ledger", () -> reading("ledger", Map.of("paid", 3)));
        facts.part(Set.of("draft"), () -> reading("draft", Map.of()));
        facts.part(() -> reading("sides", Map.of("mentee", side())));
        facts.part(() -> reading("documents", Map.of("plan", Map.of("days", 4), "ledger", "a form of that name")));
    }

    @Test
    void readsOnlyThePartThatIsAskedForAndOnlyOnce() {
        assertThat(facts.get("today")).isEqualTo("2027-02-01");
        assertThat(read).isEmpty();
        assertThat(Facts.at(facts, "ledger.paid")).isEqualTo(3);
        assertThat(Facts.at(facts, "ledger.paid")).isEqualTo(3);
        assertThat(read).containsExactly("ledger");
    }

    @Test
    void looksForANameThatNoPartNamesInThoseThatMayHoldAny() {
        assertThat(Facts.at(facts, "mentee.community.name")).isEqualTo("Lakeside");
        assertThat(read).containsExactly("sides", "community");
        assertThat(Facts.at(facts, "plan.days")).isEqualTo(4);
        assertThat(facts.containsKey("nothing")).isFalse();
        assertThat(read).containsExactly("sides", "community", "documents");
    }

    @Test
    void doesNotKnowWhatThePartThatNamesItDoesNotHold() {
        assertThat(facts.containsKey("draft")).isFalse();
        assertThat(facts.get("draft")).isNull();
    }

    @Test
    void aPartThatNamesAFactStandsBeforeOneThatMayHoldAny() {
        assertThat(facts.get("plan")).isNotNull();
        assertThat(Facts.at(facts, "ledger.paid")).isEqualTo(3);
    }

    @Test
    void holdsEverythingWhenItIsCopied() {
        Map<String, Object> copy = new HashMap<>(facts);
        assertThat(copy).containsOnlyKeys("today", "ledger", "mentee", "plan");
        assertThat(Facts.at(copy, "ledger.paid")).isEqualTo(3);
        assertThat(read).containsExactly("ledger", "draft", "sides", "documents");
    }

    @Test
    void putsMoreBeforeFactsWithoutReadingOrChangingThem() {
        Map<String, Object> more = KnownFacts.over(facts);
        more.put("you", "hanna");
        more.put("plan", null);
        assertThat(read).isEmpty();
        assertThat(more).containsEntry("plan", null);
        assertThat(read).hasSize(4);
        assertThat(facts.get("plan")).isNotNull();
        assertThat(more.get("you")).isEqualTo("hanna");
        assertThat(Facts.at(more, "ledger.paid")).isEqualTo(3);
    }

    @Test
    void takesOutWhatPathsLeadToAndReadsNothingBeside() {
        Map<String, Object> part = KnownFacts.at(
                List.of(
                        List.of("mentee", "application"),
                        List.of("mentee", "nothing"),
                        List.of("today", "year"),
                        List.of("plan"),
                        List.of("plan", "days"),
                        List.of("nothing", "at", "all")),
                facts);
        assertThat(part)
                .isEqualTo(Map.of(
                        "mentee",
                        Map.of("application", "EX-2027-A01"),
                        "today",
                        "2027-02-01",
                        "plan",
                        Map.of("days", 4)));
        assertThat(read).containsExactly("sides", "documents");
    }

    private KnownFacts side() {
        KnownFacts side = new KnownFacts();
        side.put("application", "EX-2027-A01");
        side.later("community", () -> reading("community", Map.of("name", "Lakeside")));
        return side;
    }

    private <T> T reading(String part, T holds) {
        read.add(part);
        return holds;
    }
}
