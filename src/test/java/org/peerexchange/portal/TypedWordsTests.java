package org.peerexchange.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

class TypedWordsTests {

    private final TypedWords words = new TypedWords();
    private final MockHttpSession session = new MockHttpSession();

    private MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/help/exchange");
        request.setSession(session);
        return request;
    }

    private MockHttpServletRequest inPolish() {
        MockHttpServletRequest page = request();
        page.setParameter("language", "pl");
        return page;
    }

    @Test
    void what_was_typed_is_there_in_another_language_and_for_whoever_comes_anew_it_is_not() {
        words.keep(request(), Map.of("question", "How long?", "_csrf", "a token"));

        assertThat(words.again(inPolish())).isEqualTo(Map.of("question", "How long?"));
        assertThat(words.again(request())).isEmpty();
        assertThat(words.again(inPolish())).isEmpty();
    }

    @Test
    void what_nobody_types_is_not_kept() {
        words.keep(request(), Map.of("question", "x".repeat(65_537)));

        assertThat(words.again(inPolish())).isEmpty();
    }

    @Test
    void whoever_has_not_been_here_leaves_nothing_when_that_is_asked_for() {
        MockHttpServletRequest stranger = new MockHttpServletRequest("POST", "/help/exchange");

        words.keepIfKnown(stranger, Map.of("question", "How long?"));

        assertThat(stranger.getSession(false)).isNull();
    }
}
