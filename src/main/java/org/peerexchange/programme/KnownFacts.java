package org.peerexchange.programme;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.peerexchange.language.Translation;

/**
 * What is known, by name. A part of it is read when one of its names is first asked for, and then stays as it was read; whoever
 * asks for everything (an iteration, a copy, a comparison) reads every part. So a view serves one check, letter or decision, and
 * is not kept for another. What was put under a name stands before what a part says, and a part that names it before one whose
 * names are not known beforehand.
 */
public final class KnownFacts extends AbstractMap<String, Object> {

    private final Reading reading;
    private final Map<String, Object> behind;
    private final Translation translation;
    private final Map<String, Object> known = new LinkedHashMap<>();
    private final List<Part> unread = new ArrayList<>();

    /** How a part is read, such as within a transaction. */
    interface Reading {
        Map<String, ?> read(Supplier<? extends Map<String, ?>> part);
    }

    /** Without names it may be any. */
    private record Part(Set<String> names, Supplier<? extends Map<String, ?>> content) {}

    public KnownFacts() {
        this(Translation.ENGLISH);
    }

    /** @param translation the language of whoever reads them */
    public KnownFacts(Translation translation) {
        this(Supplier::get, Map.of(), translation);
    }

    KnownFacts(Reading reading, Translation translation) {
        this(reading, Map.of(), translation);
    }

    private KnownFacts(Reading reading, Map<String, Object> behind, Translation translation) {
        this.reading = reading;
        this.behind = behind;
        this.translation = translation;
    }

    /** What says in words what is known: facts for tables are English, and so is what is kept. */
    public Translation translation() {
        return translation;
    }

    /** Facts that more can be put to; that stands before them, they stay as they are, and nothing is read for it. */
    public static KnownFacts over(Map<String, Object> facts) {
        return new KnownFacts(
                Supplier::get, facts, facts instanceof KnownFacts known ? known.translation : Translation.ENGLISH);
    }

    @Override
    public Object put(String name, Object value) {
        return known.put(name, value);
    }

    /** A fact that is always known, be it null. */
    public void later(String name, Supplier<?> value) {
        part(Set.of(name), () -> Collections.singletonMap(name, value.get()));
    }

    /** Facts that are read together. @param names all that can be among them; one that the part does not hold is not known */
    public void part(Set<String> names, Supplier<? extends Map<String, ?>> content) {
        if (!names.isEmpty()) {
            unread.add(new Part(names, content));
        }
    }

    /** Facts that are read together and whose names are not known beforehand, such as the documents of a case. */
    public void part(Supplier<? extends Map<String, ?>> content) {
        unread.add(new Part(Set.of(), content));
    }

    @Override
    public Object get(Object name) {
        return isKnown(name) ? known.get(name) : behind.get(name);
    }

    @Override
    public boolean containsKey(Object name) {
        return isKnown(name) || behind.containsKey(name);
    }

    /** Everything, read now; changing it changes nothing here. */
    @Override
    public Set<Entry<String, Object>> entrySet() {
        while (!unread.isEmpty()) {
            read(unread.get(0));
        }
        Map<String, Object> all = new LinkedHashMap<>(behind);
        all.putAll(known);
        return Collections.unmodifiableSet(all.entrySet());
    }

    /**
     * The part of facts that some paths lead to, such as {@code mentee, community}, as plain maps: what else they hold is not read.
     * A path that leads nowhere adds nothing.
     */
    public static Map<String, Object> at(Collection<List<String>> paths, Map<String, Object> facts) {
        Map<String, Object> part = new LinkedHashMap<>();
        paths.forEach(path -> copy(facts, part, path));
        return part;
    }

    @SuppressWarnings("unchecked") // facts are maps by name all the way down
    private static void copy(Map<String, Object> facts, Map<String, Object> part, List<String> path) {
        String name = path.get(0);
        if (!facts.containsKey(name)) {
            return;
        }
        Object value = facts.get(name);
        Object there = part.get(name);
        if (path.size() == 1 || !(value instanceof Map<?, ?> map)) {
            part.put(name, value);
        } else if (there == null || there != value) {
            Map<String, Object> inside = there == null ? new LinkedHashMap<>() : (Map<String, Object>) there;
            part.put(name, inside);
            copy((Map<String, Object>) map, inside, path.subList(1, path.size()));
        }
    }

    private boolean isKnown(Object name) {
        return known.containsKey(name) || isRead(name, false) || isRead(name, true);
    }

    private boolean isRead(Object name, boolean anyName) {
        for (Part part : List.copyOf(unread)) {
            boolean holds = anyName ? part.names().isEmpty() : part.names().contains(name);
            if (holds && unread.contains(part)) {
                read(part);
                if (known.containsKey(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Taken off the list first: a part may itself ask for what other parts know. */
    private void read(Part part) {
        unread.remove(part);
        reading.read(part.content()).forEach((name, value) -> {
            if (!known.containsKey(name) && !(part.names().isEmpty() && isNamedElsewhere(name))) {
                known.put(name, value);
            }
        });
    }

    private boolean isNamedElsewhere(String name) {
        return unread.stream().anyMatch(part -> part.names().contains(name));
    }
}
