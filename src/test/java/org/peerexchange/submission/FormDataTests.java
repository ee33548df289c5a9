package org.peerexchange.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerexchange.submission.Forms.form;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever opens a form can read all of its data in the browser: so there is nothing in it that the form does not show. */
class FormDataTests {

    private static final Map<String, Object> FACTS = Map.of(
            "mentee",
            Map.of(
                    "community",
                    Map.of("name", "Examplia", "contact", "a@example.org"),
                    "menteeApplication",
                    Map.of("problem", "No board", "email", "b@example.org"),
                    "hubReview",
                    Map.of("comment", "Between us")),
            "cycle",
            Map.of("endsOn", "2027-12-20", "notes", "Staff only"),
            "rows",
            List.of(Map.of("a", 1)));

    @Test
    void onlyWhatTheFormReadsIsInItsData() {
        Form form = form("{'type':'text','text':'{{mentee.community.name}}: {{mentee.menteeApplication.problem}}'},"
                + "{'type':'table','dataSource':'=rows'}");

        assertThat(FormData.of(form, FACTS))
                .isEqualTo(Map.of(
                        "mentee",
                        Map.of(
                                "community",
                                Map.of("name", "Examplia"),
                                "menteeApplication",
                                Map.of("problem", "No board")),
                        "rows",
                        List.of(Map.of("a", 1))));
    }

    @Test
    void aConditionOnWhetherSomethingIsThereSeesThatItIsAndNoMore() {
        Form form = form("{'type':'text','text':'x','conditional':{'hide':'=mentee.hubReview = null'}},"
                + "{'type':'text','text':'x','conditional':{'hide':'=gone = null'}}");

        Map<String, Object> expected = new HashMap<>();
        expected.put("mentee", Map.of("hubReview", Map.of()));
        expected.put("gone", null);
        assertThat(FormData.of(form, FACTS)).isEqualTo(expected);
    }

    @Test
    void aListInWordsHasItsRowsWithLabelsAndWrittenOutDays() {
        Form form = form("{'type':'dynamiclist','path':'budget','components':["
                + "{'type':'select','key':'category','values':[{'value':'meals','label':'Meals during co-working'}]},"
                + "{'type':'datetime','subtype':'date','key':'day'},{'type':'number','key':'amount'}]}");
        Map<String, Object> answers =
                Map.of("budget", List.of(Map.of("category", "meals", "day", "2027-09-06", "amount", 160), Map.of()));

        assertThat(Answer.inWords(form, answers, Map.of()))
                .isEqualTo(Map.of(
                        "budget",
                        List.of(
                                Map.of(
                                        "category",
                                        "Meals during co-working",
                                        "day",
                                        "6 September 2027",
                                        "amount",
                                        "160"),
                                Map.of())));
        assertThat(Answer.inWords(form, Map.of(), Map.of())).isEqualTo(Map.of("budget", List.of()));
    }

    @Test
    void aTextThatOnlyLooksLikeADayStaysText() {
        assertThat(Answers.forTables(Map.of("a", "2027-02-28", "b", List.of("2027-02-30"))))
                .isEqualTo(Map.of("a", LocalDate.of(2027, 2, 28), "b", List.of("2027-02-30")));
        Form form = form("{'type':'textfield','key':'a'},{'type':'textfield','key':'b'}");
        assertThat(Answer.inWords(form, Map.of("a", "2027-02-28", "b", "2027-02-30"), Map.of()))
                .isEqualTo(Map.of("a", "28 February 2027", "b", "2027-02-30"));
    }

    @Test
    void aFieldThatIsFilledInTakesItsFactAlone() {
        Form form = form("{'type':'textfield','key':'until','properties':{'prefill':'cycle.endsOn'}}");

        assertThat(FormData.of(form, FACTS)).isEqualTo(Map.of("until", "2027-12-20"));
    }
}
