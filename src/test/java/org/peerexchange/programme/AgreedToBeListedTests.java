package org.peerexchange.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who agreed to be on a public list. */
class AgreedToBeListedTests {

    private static final Map<String, Object> YES = Map.of("publicList", "yes");
    private static final Map<String, Object> NO = Map.of("publicList", "no");
    private static final Map<String, Object> SOMETHING_ELSE = Map.of("username", "Ana");

    private static Programme.PublicList list(String consent) {
        return new Programme.PublicList("participants", "Participants", null, List.of(), consent, List.of());
    }

    @Test
    void theNewestAnswerCountsInWhateverFormItWasGiven() {
        assertThat(list("publicList").isAgreedTo(List.of(YES, SOMETHING_ELSE))).isTrue();
        assertThat(list("publicList").isAgreedTo(List.of(YES, NO, SOMETHING_ELSE)))
                .isFalse();
        assertThat(list("publicList").isAgreedTo(List.of(YES, NO, YES))).isTrue();
    }

    @Test
    void whoeverWasNotAskedOrGaveNoAnswerHasNotAgreed() {
        Map<String, Object> empty = new HashMap<>();
        empty.put("publicList", null);
        assertThat(list("publicList").isAgreedTo(List.of(YES, empty))).isFalse();
        assertThat(list("publicList").isAgreedTo(List.of(SOMETHING_ELSE))).isFalse();
        assertThat(list("publicList").isAgreedTo(List.of())).isFalse();
    }

    @Test
    void aListWithNothingPrivateNeedsNoConsent() {
        assertThat(list(null).isAgreedTo(List.of())).isTrue();
    }
}
