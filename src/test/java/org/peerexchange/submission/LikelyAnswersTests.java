package org.peerexchange.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LikelyAnswersTests {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

    private static final Form EVERY_KIND = Form.parse(
            """
            {"id": "every-kind", "type": "default", "schemaVersion": 16, "components": [
              {"type": "textfield", "key": "name", "validate": {"required": true, "minLength": 30, "maxLength": 40}},
              {"type": "textfield", "key": "email", "validate": {"required": true, "validationType": "email"}},
              {"type": "number", "key": "people", "decimalDigits": 0, "validate": {"required": true, "min": 3, "max": 7}},
              {"type": "number", "key": "euros", "decimalDigits": 2, "validate": {"required": true, "min": 0.01, "max": 1}},
              {"type": "checkbox", "key": "agree", "validate": {"required": true}},
              {"type": "datetime", "key": "day", "subtype": "date", "dateLabel": "Day", "validate": {"required": true}},
              {"type": "datetime", "key": "time", "subtype": "time", "timeLabel": "Time", "timeSerializingFormat": "no_timezone",
               "timeInterval": 15, "validate": {"required": true}},
              {"type": "radio", "key": "way", "values": [{"value": "train", "label": "Train"}, {"value": "bus", "label": "Bus"}],
               "validate": {"required": true}},
              {"type": "textfield", "key": "line", "conditional": {"hide": "=way != \\"bus\\""}, "validate": {"required": true}},
              {"type": "checklist", "key": "topics", "valuesKey": "topicOptions", "validate": {"required": true}},
              {"type": "group", "path": "host", "components": [
                {"type": "select", "key": "topic", "valuesKey": "topicOptions", "validate": {"required": true}}]},
              {"type": "dynamiclist", "path": "days", "isRepeating": true, "components": [
                {"type": "textfield", "key": "what", "validate": {"required": true}}]}]}""");

    private static final Map<String, Object> FACTS = Map.of(
            "topicOptions",
            List.of(Map.of("value", "governance", "label", "Governance"), Map.of("value", "glam", "label", "Museums")));

    private final FormValidator validator =
            new FormValidator(Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    private static LikelyAnswers likely(Form form, long seed, Map<String, Object> shown) {
        return new LikelyAnswers(form, FACTS, shown, TODAY, new Random(seed));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whateverChanceAnswersIsAnAnswerTheFormTakes(long seed) {
        Validated checked = validator.validate(
                EVERY_KIND, likely(EVERY_KIND, seed, Map.of()).all(Map.of()), FACTS);
        assertThat(checked.errors()).isEmpty();
        assertThat(checked.answers()).containsKeys("name", "host", "days", "topics");
    }

    @Test
    void theSameChanceAnswersTheSameAndAnotherDoesNot() {
        assertThat(likely(EVERY_KIND, 7, Map.of()).all(Map.of()))
                .isEqualTo(likely(EVERY_KIND, 7, Map.of()).all(Map.of()))
                .isNotEqualTo(likely(EVERY_KIND, 8, Map.of()).all(Map.of()));
    }

    @Test
    void whatTheFormShowsStaysUntilItIsRefused() {
        LikelyAnswers likely = likely(EVERY_KIND, 7, Map.of("name", "A name that is known from before and long"));
        Map<String, Object> answers = likely.all(Map.of("email", "ana@example.org"));
        assertThat(answers)
                .containsEntry("name", "A name that is known from before and long")
                .containsEntry("email", "ana@example.org");

        Map<String, Object> anew = likely.anew(answers, List.of("name", "days[0].what"));
        assertThat(anew.get("name")).isNotEqualTo(answers.get("name"));
        assertThat(anew).containsEntry("way", answers.get("way")).containsEntry("email", "ana@example.org");
    }

    @Test
    void aFieldSaysWhatPeopleUsuallyAnswer() {
        Form form = Form.parse(
                """
                {"id": "plan", "type": "default", "schemaVersion": 16, "components": [
                  {"type": "datetime", "key": "start", "subtype": "date", "dateLabel": "Start",
                   "properties": {"rehearse": "=string(today + duration(\\"P30D\\"))"}},
                  {"type": "datetime", "key": "end", "subtype": "date", "dateLabel": "End",
                   "properties": {"rehearse": "=string(date(start) + duration(\\"P3D\\"))"}},
                  {"type": "textfield", "key": "nothing", "label": "Nothing", "properties": {"rehearse": "=null"}}]}""");
        assertThat(likely(form, 1, Map.of()).all(Map.of()))
                .containsExactly(Map.entry("start", "2027-03-31"), Map.entry("end", "2027-04-03"));
    }
}
