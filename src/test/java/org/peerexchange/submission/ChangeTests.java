package org.peerexchange.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is different between two versions of a document. */
class ChangeTests {

    private static Answer answer(String label, String... texts) {
        return new Answer(label, false, List.of(texts), List.of(), List.of());
    }

    private static List<Change> between(List<Answer> before, List<Answer> after) {
        return Change.between(before, after, Locale.ENGLISH);
    }

    @Test
    void onlyWhatIsDifferentIsToldInTheOrderOfTheNewerVersion() {
        assertThat(between(
                        List.of(answer("Topics", "Governance"), answer("Days", "3"), answer("Why", "So")),
                        List.of(answer("Why", "So"), answer("Days", "4"), answer("Topics", "Governance", "Finance"))))
                .containsExactly(
                        new Change("Days", "3", "4"), new Change("Topics", "Governance", "Governance, Finance"));
    }

    @Test
    void whatIsNewAndWhatIsAnsweredNoMoreAreTold() {
        assertThat(between(List.of(answer("Old", "x")), List.of(answer("New", "y"))))
                .containsExactly(new Change("New", "nothing", "y"), new Change("Old", "x", "nothing"));
    }

    @Test
    void whoSomebodyIsIsNotTold() {
        Answer before = new Answer("Lead Mentor", true, List.of("One"), List.of(), List.of());
        Answer now = new Answer("Lead Mentor", true, List.of("Another"), List.of(), List.of());

        assertThat(between(List.of(before), List.of(now))).isEmpty();
    }

    @Test
    void rowsOfAListAreComparedAsAWhole() {
        List<String> columns = List.of("Topic", "Link");
        Answer before = new Answer("Projects", false, List.of(), columns, List.of(List.of("Governance", "a")));
        Answer now = new Answer(
                "Projects", false, List.of(), columns, List.of(List.of("Governance", "a"), List.of("Finance", "b")));

        assertThat(between(List.of(before), List.of(now)))
                .containsExactly(new Change("Projects", "Governance, a", "Governance, a; Finance, b"));
        assertThat(between(List.of(before), List.of(before))).isEmpty();
    }
}
