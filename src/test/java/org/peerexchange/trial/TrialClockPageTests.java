package org.peerexchange.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

class TrialClockPageTests {

    private final TrialClock clock = mock(TrialClock.class);
    private final TrialSample sample = mock(TrialSample.class);
    private final ObjectProvider<TrialSample> samples = mock();
    private final TrialClockPage page = new TrialClockPage(clock, mock(HubTime.class), samples);

    @BeforeEach
    void theSampleIsThere() {
        when(samples.stream()).then(asked -> Stream.of(sample));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/desk", "/desk?q=%7Bvellan%7D&cycle=CY-2027", "/desk/cases/EX-2027-001", "/trial/mails/7"})
    void theClockLeadsBackToThePageItsButtonsStoodOn(String page) {
        assertThat(nextPage(page)).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/\t/evil.example",
                "/desk\r\nSet-Cookie: a=b",
                "/desk\\..",
                "desk"
            })
    void itLeadsNowhereElse(String hostile) {
        assertThat(nextPage(hostile)).isEqualTo("/trial/clock");
    }

    @Test
    void whatHappenedIsSaidThere() {
        RedirectAttributesModelMap next = new RedirectAttributesModelMap();
        when(clock.forward(any())).thenReturn(new TrialClock.Move(Instant.EPOCH, 2, true, ""));
        page.move("day", "/desk", next);
        assertThat(next.getFlashAttributes().get("clockMoved").toString()).contains("stopped at 2 dates");
    }

    @Test
    void theTaskThatWasDueIsNamed() {
        RedirectAttributesModelMap next = new RedirectAttributesModelMap();
        when(clock.toNextDate()).thenReturn(new TrialClock.Move(Instant.EPOCH, 0, true, "Confirm the pairs"));
        page.move("next-date", "/desk", next);
        assertThat(next.getFlashAttributes().get("clockMoved").toString())
                .contains("“Confirm the pairs” was to be done by now.");
    }

    @Test
    void nobodyMovesTheClockWhileTheSampleIsPlayed() {
        when(sample.isBeingPlayed()).thenReturn(true);
        RedirectAttributesModelMap next = new RedirectAttributesModelMap();
        page.move("day", "/desk", next);
        assertThat(next.getFlashAttributes().get("clockMoved").toString()).contains("the clock was left alone");
        verifyNoInteractions(clock);
    }

    private String nextPage(String back) {
        when(clock.forward(any())).thenReturn(new TrialClock.Move(Instant.EPOCH, 0, true, ""));
        return page.move("day", back, new RedirectAttributesModelMap()).getUrl();
    }
}
