package org.peerexchange.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.peerexchange.submission.Answers;

/** Answers as a page has and sends them: days and amounts are text there. */
public final class PostedAnswers {

    private static final JsonMapper JSON = new JsonMapper();

    private PostedAnswers() {}

    public static Map<String, Object> of(Map<String, Object> answers) {
        try {
            return JSON.readValue(Answers.toJson(answers), new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
