package org.peerexchange.submission;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Small forms and posts for tests, written as JSON with single quotes. */
final class Forms {

    static final LocalDate TODAY = LocalDate.of(2027, 3, 10);

    private Forms() {}

    static String json(String components) {
        return "{'id':'f','schemaVersion':16,'type':'default','components':[%s]}"
                .formatted(components)
                .replace('\'', '"');
    }

    static Form form(String components) {
        return Form.parse(json(components));
    }

    static Validated check(String components, String posted) {
        return check(components, posted, "{}");
    }

    static Validated check(String components, String posted, String context) {
        return check(components, map(posted), map(context));
    }

    static Validated check(String components, Map<String, Object> posted, Map<String, Object> context) {
        Map<String, Object> known = new HashMap<>(context);
        known.put("today", TODAY);
        return new FormValidator(Clock.systemUTC()).validate(form(components), posted, known);
    }

    static String message(Validated validated) {
        return validated.errors().stream()
                .map(FieldError::message)
                .reduce((one, two) -> one + "\n" + two)
                .orElse("");
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(String json) {
        try {
            return new ObjectMapper().readValue(json.replace('\'', '"'), Map.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
