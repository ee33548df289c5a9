package org.peerexchange.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.peerexchange.language.Sentences;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.CaseState;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;

/** Where a case stands, in the plain steps of its programme. */
class ProgressTests {

    private static Programme mentorship;

    @BeforeAll
    static void theProgrammeSaysItsSteps() throws IOException {
        mentorship =
                Programmes.read(Files.readString(Path.of("processes/mentorship/programme.yaml")), "programme.yaml");
    }

    private static List<String> steps(boolean ended, String... states) {
        Case subject = mock(Case.class);
        when(subject.kind()).thenReturn(Case.APPLICATION);
        when(subject.state()).thenReturn(states[states.length - 1]);
        when(subject.closedAt()).thenReturn(ended ? Instant.EPOCH : null);
        return Progress.of(
                        subject,
                        mentorship,
                        Stream.of(states).map(ProgressTests::passed).toList())
                .steps()
                .stream()
                .map(step -> step.label() + ": "
                        + Sentences.PAGES.say(
                                Locale.ENGLISH, "my.step." + step.mark().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static CaseState passed(String name) {
        CaseState state = mock(CaseState.class);
        when(state.state()).thenReturn(name);
        when(state.enteredAt()).thenReturn(Instant.EPOCH);
        return state;
    }

    @Test
    void whatIsBehindIsDoneAndWhatIsAheadIsToCome() {
        assertThat(steps(false, "in-review", "in-pool"))
                .containsExactly(
                        "You signed up: done",
                        "We read your sign-up: done",
                        "We look for your partner: here now",
                        "You take part: to come",
                        "You took part: to come");
    }

    @Test
    void aStepThatWasLeftOutIsNotSaidToBeDone() {
        assertThat(steps(false, "in-review", "in-network"))
                .as("nobody looks for a partner for a collaborator")
                .containsExactly(
                        "You signed up: done",
                        "We read your sign-up: done",
                        "You take part: here now",
                        "You took part: to come");
    }

    @Test
    void anEndBeforeTheLastStepLeavesTheRestUnreached() {
        assertThat(steps(true, "in-review", "withdrawn"))
                .containsExactly(
                        "You signed up: done",
                        "We read your sign-up: ended here",
                        "We look for your partner: not reached",
                        "You take part: not reached",
                        "You took part: not reached");
    }
}
