package org.peerexchange.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What single forms of the exchange show and fill in. */
class ExchangeFormsTests {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 10);

    @Test
    void theDayOnWhichAGrantIsLookedUpIsFilledIn() {
        assertThat(FormData.of(form("record-facts"), Map.of("today", TODAY))).containsEntry("gsfSince", TODAY);
    }

    @Test
    void aHostIsToldOfReceiptsSentBeforeOnlyWhenThereAreSome() {
        Form receipts = form("receipts");
        assertThat(isHidden(receipts, "text_again", Map.of("receiptRows", List.of())))
                .isTrue();
        assertThat(isHidden(receipts, "text_again", Map.of("receiptRows", List.of(Map.of("number", 1)))))
                .isFalse();
    }

    @Test
    void whoChangesAPlanIsAskedWhichOneOnlyAmongStaff() {
        Form change = form("change-plan");
        Map<String, Object> ofStaff = Map.of("openCases", List.of());
        assertThat(isHidden(change, "Field_exchange", Map.of())).isTrue();
        assertThat(isHidden(change, "Field_exchange", ofStaff)).isFalse();
        assertThat(isHidden(change, "Text_introForStaff", Map.of())).isTrue();
        assertThat(isHidden(change, "Text_introForStaff", ofStaff)).isFalse();
    }

    @Test
    void whoeverChangesTheirMindAboutBeingNamedReadsWhatTheySaidLast() {
        assertThat(isToldToBeNamed(Map.of())).isFalse();
        assertThat(isToldToBeNamed(said("menteeApplication", "yes"))).isTrue();
        assertThat(isToldToBeNamed(said("mentorApplication", "no"))).isFalse();
        Map<String, Object> later = new HashMap<>(said("mentorApplication", "yes"));
        later.putAll(said("whomToAsk", "no"));
        assertThat(isToldToBeNamed(later)).isFalse();
        later.putAll(said("whomToAsk", "yes"));
        assertThat(isToldToBeNamed(later)).isTrue();

        Map<String, Object> toStaff = Map.of("openCases", List.of());
        assertThat(isHidden(form("whom-to-ask"), "Text_named", toStaff))
                .as("to staff, before they name somebody")
                .isTrue();
        assertThat(isHidden(form("whom-to-ask"), "Text_notNamed", toStaff)).isTrue();
    }

    private static Map<String, Object> said(String form, String answer) {
        return Map.of(form, Map.of("publicContact", answer));
    }

    /** Of its two sentences the form shows one. */
    private static boolean isToldToBeNamed(Map<String, Object> facts) {
        Map<String, Object> inTheirCase = new HashMap<>(facts);
        inTheirCase.put("case", Map.of("number", "AP-2031-001"));
        boolean named = !isHidden(form("whom-to-ask"), "Text_named", inTheirCase);
        assertThat(isHidden(form("whom-to-ask"), "Text_notNamed", inTheirCase)).isEqualTo(named);
        return named;
    }

    private static boolean isHidden(Form form, String id, Map<String, Object> data) {
        Component component = FormReader.everyComponent(form.components())
                .filter(one -> id.equals(one.json().get("id")))
                .findFirst()
                .orElseThrow();
        Object hide = ((Map<?, ?>) component.json().get("conditional")).get("hide");
        return form.expressions().on(TODAY).holds(hide, data);
    }

    private static Form form(String name) {
        return Form.parse(FormFiles.read(Path.of("forms", "exchange", name + ".form")));
    }
}
