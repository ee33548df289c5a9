package org.peerexchange.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** What a form page sends. */
final class Posted {

    /** Several times the longest form filled to its limits. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    /** What is typed by hand is far less; more is for the form to refuse, not to be kept again and again. */
    private static final int MOST_OF_A_DRAFT = 512 * 1024;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Posted() {}

    /**
     * Reads the answers.
     *
     * @throws Refusal when they are no JSON object or too large
     */
    static Map<String, Object> read(HttpServletRequest request) throws IOException {
        return read(request, MOST_BYTES);
    }

    /** The same for what is not sent yet. */
    static Map<String, Object> draft(HttpServletRequest request) throws IOException {
        return read(request, MOST_OF_A_DRAFT);
    }

    private static Map<String, Object> read(HttpServletRequest request, int most) throws IOException {
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw new Refusal(HttpStatus.PAYLOAD_TOO_LARGE, "send.too-long");
        }
        try {
            Map<String, Object> answers = MAPPER.readValue(body, new TypeReference<Map<String, Object>>() {});
            if (answers != null) {
                return answers;
            }
        } catch (JsonProcessingException unreadable) {
            // Said below.
        }
        throw new Refusal(HttpStatus.BAD_REQUEST, "send.unreadable");
    }
}
