package org.peerexchange.programme;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.peerexchange.people.CannotStart;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;

/** The programmes this installation runs, one for each {@code processes/<key>/programme.yaml}. */
@Component
public class Programmes {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<String, Programme> byKey = new LinkedHashMap<>();

    Programmes() throws IOException {
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*/programme.yaml")) {
            Programme programme = read(file.getContentAsString(StandardCharsets.UTF_8), file.getDescription());
            byKey.put(programme.key(), programme);
        }
    }

    /**
     * Reads one programme.
     *
     * @param yaml its content
     * @param file what the sentences call it
     * @throws CannotStart when it cannot be read or lacks something, naming it
     */
    public static Programme read(String yaml, String file) {
        try {
            Programme programme = MAPPER.convertValue(new Yaml().load(yaml), Programme.class);
            List<String> missing = programme.missing();
            if (!missing.isEmpty()) {
                throw new CannotStart(missing.stream()
                        .map(sentence -> "%s: %s".formatted(file, sentence))
                        .collect(Collectors.joining("\n")));
            }
            return programme;
        } catch (IllegalArgumentException wrong) {
            throw new CannotStart("%s cannot be read: %s".formatted(file, wrong.getMessage()), wrong);
        }
    }

    /**
     * The programme with this key.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Programme of(String key) {
        Programme programme = byKey.get(key);
        if (programme == null) {
            throw new IllegalArgumentException("There is no programme \"%s\" here.".formatted(key));
        }
        return programme;
    }

    public Collection<Programme> all() {
        return byKey.values();
    }
}
