package org.peerexchange.programme;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.peerexchange.people.CannotStart;
import org.peerexchange.people.Groups;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;

/** The programmes this installation runs, one for each {@code programme.yaml}: the built-in ones first. */
@Component
public class Programmes implements ProgrammeReader, Groups {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Replaced as a whole, since pages read it while a programme is added. */
    private volatile Map<String, Programme> byKey = Map.of();

    Programmes() {
        read(ProgrammeFiles.builtIn());
    }

    @Override
    public final synchronized void read(ProgrammeFiles files) {
        Map<String, Programme> all = new LinkedHashMap<>(byKey);
        for (ProgrammeFile file : files.ending(ProgrammeFiles.YAML)) {
            Programme programme = read(file.text(), file.name());
            all.put(programme.key(), programme);
        }
        byKey = all;
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
            if (programme == null) {
                throw new CannotStart("%s: there is nothing in it.".formatted(file));
            }
            List<String> missing = programme.missing();
            if (!missing.isEmpty()) {
                throw new CannotStart(missing.stream()
                        .map(sentence -> "%s: %s".formatted(file, sentence))
                        .collect(Collectors.joining("\n")));
            }
            return programme;
        } catch (IllegalArgumentException | YAMLException wrong) {
            if (wrong.getCause() instanceof UnrecognizedPropertyException unknown) {
                throw new CannotStart(unknown(unknown, file), wrong);
            }
            throw new CannotStart("%s cannot be read: %s".formatted(file, wrong.getMessage()), wrong);
        }
    }

    private static String unknown(UnrecognizedPropertyException unknown, String file) {
        String where = unknown.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex() + 1) : step.getFieldName())
                .collect(Collectors.joining("."));
        List<String> known = unknown.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .toList();
        return "%s, %s: nothing of a programme is called so; %s"
                .formatted(
                        file,
                        where,
                        NearWords.nearest(unknown.getPropertyName(), known)
                                .map("did you mean \"%s\"?"::formatted)
                                .orElse("there is %s.".formatted(String.join(", ", known))));
    }

    /**
     * The programme with this key.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Programme of(String key) {
        return find(key)
                .orElseThrow(() -> new IllegalArgumentException("There is no programme \"%s\" here.".formatted(key)));
    }

    /** The programme with this key; empty for one that was taken away, whose cases are kept. */
    public Optional<Programme> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    public Collection<Programme> all() {
        return byKey.values();
    }

    @Override
    public Map<String, Group> groups() {
        Map<String, Group> groups = new LinkedHashMap<>();
        all().forEach(programme -> groups.putAll(programme.groups()));
        return groups;
    }
}
