package org.peerexchange.programme;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;

/** The programmes this installation runs, one for each {@code processes/<key>/programme.yaml}. */
@Component
public class Programmes {

    private final Map<String, Programme> byKey = new LinkedHashMap<>();

    Programmes() throws IOException {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*/programme.yaml")) {
            try (InputStream in = file.getInputStream()) {
                Programme programme = mapper.convertValue(new Yaml().load(in), Programme.class);
                byKey.put(programme.key(), programme);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalStateException("%s cannot be read: %s".formatted(file, wrong.getMessage()), wrong);
            }
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
