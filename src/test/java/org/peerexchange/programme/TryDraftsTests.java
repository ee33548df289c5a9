package org.peerexchange.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.RunningCycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A draft of a table beside the table of today, asked about the applications of a cycle. */
@PeerExchangeTest
class TryDraftsTests {

    @TempDir
    Path folder;

    @Autowired
    RunningCycle cycle;

    @Autowired
    ComparingTables comparing;

    @Autowired
    Tables tables;

    @Autowired
    Programmes programmes;

    @Autowired
    JdbcTemplate jdbc;

    private Case userGroup;
    private Case informal;

    @BeforeEach
    void twoHaveApplied() {
        cycle.opens();
        cycle.takesApplications();
        userGroup = cycle.applies("mentee", cycle.knownCommunity("Examplia", "user-group", 1), Map.of());
        informal = cycle.applies("mentee", cycle.knownCommunity("Samplia", "informal", 1), Map.of());
    }

    private Rules draft(String before, String after) throws IOException {
        String today = Files.readString(Path.of("processes/exchange/mentee-eligibility.dmn"));
        assertThat(today).contains(before);
        return tables.draft(Files.writeString(folder.resolve("draft.dmn"), today.replace(before, after)));
    }

    @Test
    void whoWouldBeDecidedDifferentlyIsSaidWithTheRowsOfBothTables() throws IOException {
        ComparingTables.Comparison found = comparing.compare(draft("\"informal\"", "\"chapter\""), null);

        assertThat(found.cycle()).isEqualTo(cycle.current().number());
        assertThat(found.decided()).isEqualTo(2);
        assertThat(found.differently())
                .extracting(difference -> difference.about().number())
                .containsExactly(informal.number());
        assertThat(lines(found))
                .containsSubsequence(
                        "    today: not-eligible",
                        "      row 3: It took part in a CEE Meeting in the last 3 years.",
                        "      row 5: It is not an affiliate, which this cycle asks for.",
                        "    draft: eligible",
                        "      row 3: It took part in a CEE Meeting in the last 3 years.");
    }

    @Test
    void whoIsDecidedAsBeforeButByOtherRulesComesLast() throws IOException {
        String today = Files.readString(Path.of("processes/exchange/mentee-eligibility.dmn"));
        Path file = Files.writeString(
                folder.resolve("two.dmn"),
                today.replace("\"informal\"", "\"chapter\"").replace("\"new\",\"developing\"", "\"new\""));

        ComparingTables.Comparison found = comparing.compare(tables.draft(file), null);

        assertThat(found.differently())
                .extracting(difference -> difference.about().number())
                .containsExactly(informal.number(), userGroup.number());
        assertThat(lines(found).get(0)).contains("1 of them differently and 1 as before, but by other rules");
    }

    @Test
    void aDraftWithAnotherDescriptionOfARowChangesNothing() throws IOException {
        assertThat(comparing
                        .compare(draft("Rule 6: developing affiliate", "Rule 6: still developing"), null)
                        .differently())
                .isEmpty();
    }

    @Test
    void nothingIsDecidedByAskingADraft() throws IOException {
        Integer before = decisions();
        comparing.compare(draft("&gt;= 1", "&gt;= 2"), cycle.current().number());
        assertThat(decisions()).isEqualTo(before);
    }

    private Integer decisions() {
        return jdbc.queryForObject("select count(*) from app.table_decisions", Integer.class);
    }

    @Test
    void aFactThatTheDraftNeedsAndNobodyKnowsIsNamed() throws IOException {
        ComparingTables.Comparison found =
                comparing.compare(draft("<text>community.gsf<", "<text>community.bank<"), null);
        assertThat(lines(found)).contains("    draft: facts-missing", "      not known: community.bank");
    }

    @Test
    void aDraftThatCannotBeComparedIsRefusedWithAReason() throws IOException {
        Rules another = draft("id=\"mentee-eligibility\"", "id=\"mentee-eligibilty\"");
        assertThatThrownBy(() -> comparing.compare(another, null)).hasMessageContaining("keeps the id of the table");
        Rules draft = draft("&gt;= 1", "&gt;= 2");
        assertThatThrownBy(() -> comparing.compare(draft, "CY-1999")).hasMessageContaining("any case of CY-1999");
        assertThatThrownBy(() -> tables.draft(Path.of("processes/exchange/exchange-deadlines.dmn")))
                .hasMessageContaining("outputs outcome and reason");
        Path text = Files.writeString(folder.resolve("text.dmn"), "no table");
        assertThatThrownBy(() -> tables.draft(text)).hasMessageContaining("cannot be used");
    }

    private List<String> lines(ComparingTables.Comparison found) {
        return new TryDrafts(folder, null, tables, comparing, programmes).lines(found);
    }
}
