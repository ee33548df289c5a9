package org.peerexchange.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.ProgrammeFiles;
import org.peerexchange.programme.process.ModelReader;

/** What there is to translate of the built-in programmes, and whether it is. */
class ParticipantWordsTests {

    /** The languages that the built-in programmes are complete in. */
    private static final List<String> COMPLETE = List.of("en", "pl", "uk", "sr");

    private static ModelFiles files;

    @BeforeAll
    static void read() {
        files = new ModelReader(ProgrammeFiles.builtIn()).read();
    }

    @Test
    void nothingLacksInTheLanguagesThatAreComplete() {
        for (String language : COMPLETE) {
            for (String folder : ParticipantWords.folders(files)) {
                assertThat(DictionariesCheck.lacking(files, folder, language))
                        .as("%s in %s: write it with --check --words=%s", folder, language, language)
                        .isEmpty();
            }
        }
    }

    @Test
    void everythingThatParticipantsReadCanBeTranslated() {
        for (String folder : ParticipantWords.folders(files)) {
            assertThat(ParticipantWords.in(files, folder).lost()).isEmpty();
        }
    }

    @Test
    void wordsOfTheProgrammeFormsTasksAndTablesAreFoundAndWhatOnlyStaffReadIsNot() {
        Map<String, String> found = ParticipantWords.in(files, "exchange").sentences();

        assertThat(found)
                .containsEntry("We asked you a question", "processes/exchange/programme.yaml")
                .containsEntry("Finance and administration", "processes/exchange/programme.yaml")
                .containsEntry("Send the receipts for the hosting advance", "processes/exchange/settle-advance.bpmn")
                .containsEntry("At most {{cycle.advanceLimit}} EUR.", "forms/exchange/activity-plan.form")
                .containsEntry(
                        "Please tick this box: sending the plan means that you agree to it.",
                        "forms/exchange/activity-plan.form")
                .containsEntry(
                        "The visits of this cycle end on {0}. Please choose earlier days.",
                        "processes/exchange/activity-plan-checks.dmn")
                .containsEntry("Shared topics: {0}.", "processes/exchange/matching-points.dmn");
        assertThat(found)
                .as("what is drawn in pictures that participants see")
                .containsEntry("Agree on the activity plan", "processes/exchange/exchange.bpmn")
                .containsEntry("No, changes are wanted", "processes/exchange/activity-plan.bpmn")
                .doesNotContainKeys("Close the pool of applicants", "Change the days of the cycle", "Find partners");
        assertThat(Set.copyOf(found.values()))
                .noneMatch(file -> file.contains("approve-plan") || file.contains("hub-review"));
        assertThat(found.keySet())
                .doesNotContain(
                        "Waiting for the applicant's answer",
                        "Hub staff",
                        "The mentee is a developing group; these come first.",
                        "EUR",
                        "{{mentee.menteeApplication.problem}}");
    }
}
