package org.peerexchange.programme;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.peerexchange.programme.Step.Element;
import org.peerexchange.programme.Step.Kind;
import org.peerexchange.programme.Step.Topic;

/** The steps that models are made of. */
public final class Catalogue {

    /** How a recipient begins who is one of the staff. */
    private static final String STAFF = "staff";

    private final Map<String, Entry> entries;

    /** @param entries in any order */
    public Catalogue(Collection<Entry> entries) {
        this.entries = entries.stream()
                .sorted(Comparator.comparing(Entry::topic).thenComparing(Entry::name))
                .collect(Collectors.toMap(Entry::id, Function.identity(), Catalogue::refuse, LinkedHashMap::new));
    }

    private static Entry refuse(Entry one, Entry other) {
        throw new IllegalArgumentException("Two steps are called %s.".formatted(one.id()));
    }

    /** Every step in the order of topics, also those that only shared processes use. */
    public Collection<Entry> all() {
        return entries.values();
    }

    /** The steps that a programme can be made of. */
    public List<Entry> offered() {
        return all().stream().filter(entry -> !entry.internal()).toList();
    }

    /** @param id name of the step's bean, or id of the process that is called */
    public Optional<Entry> step(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /**
     * A step.
     *
     * @param id the bean, or the process, that a model names
     * @param name in plain words
     * @param does a sentence or two
     * @param topic what it is about
     * @param element the element of a model it goes on
     * @param inputs what it is told
     * @param outputs what it writes
     * @param troubles what can go wrong
     * @param example what a task with the example's inputs is called
     * @param internal whether only shared processes use it
     * @param forStaff whether what it makes of a text is read by staff alone
     */
    public record Entry(
            String id,
            String name,
            String does,
            Topic topic,
            Element element,
            List<Input> inputs,
            List<Output> outputs,
            List<Trouble> troubles,
            String example,
            boolean internal,
            boolean forStaff) {

        public Optional<Input> input(String name) {
            return inputs.stream().filter(input -> input.name().equals(name)).findFirst();
        }

        /** Whether staff alone read what it makes of a text when it is told this, by name of the input. */
        public boolean isForStaff(Map<String, String> told) {
            return forStaff
                    || inputs.stream()
                            .filter(input -> input.kind() == Kind.RECIPIENT)
                            .anyMatch(
                                    input -> told.getOrDefault(input.name(), "").startsWith(STAFF));
        }
    }

    /**
     * What a step is told.
     *
     * @param name the input parameter
     * @param is what it is
     * @param kind what kind of word it is
     * @param needed whether the step cannot do without
     * @param options the only values there are; empty when there are more than can be told
     * @param example a value it could have
     * @param internal whether only shared processes say it
     */
    public record Input(
            String name,
            String is,
            Kind kind,
            boolean needed,
            List<String> options,
            String example,
            boolean internal) {}

    /**
     * A variable that a step writes.
     *
     * @param name the variable
     * @param is what it means
     * @param heard whether it is written not where the step is, but in the process that hears the step's message
     */
    public record Output(String name, String is, boolean heard) {}

    /**
     * What can go wrong.
     *
     * @param when in which case
     * @param then what a person then sees
     */
    public record Trouble(String when, String then) {}
}
