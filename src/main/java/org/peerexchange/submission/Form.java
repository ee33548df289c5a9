package org.peerexchange.submission;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerexchange.language.Translation;

/** A Camunda Form read from its JSON. It does not change, so one reading serves all threads. */
public final class Form {

    private final String id;
    private final String name;
    private final int schemaVersion;
    private final List<Component> components;
    private final Expressions expressions;
    private final List<Field> fields;
    private final List<Upload> uploads;
    private final Set<String> paths;
    private final Set<String> reads;
    private final Translation translation;

    Form(String id, String name, int schemaVersion, List<Component> components, Expressions expressions) {
        this(id, name, schemaVersion, components, expressions, Translation.ENGLISH);
    }

    private Form(
            String id,
            String name,
            int schemaVersion,
            List<Component> components,
            Expressions expressions,
            Translation translation) {
        this.translation = translation;
        this.id = id;
        this.name = name;
        this.schemaVersion = schemaVersion;
        this.components = components;
        this.expressions = expressions;
        this.fields = flatten(components).map(Component::asField).toList();
        this.uploads = FormReader.everyComponent(components)
                .filter(Component::isUpload)
                .map(Upload::of)
                .toList();
        this.paths = Reads.of(components);
        this.reads = paths.stream().map(Reads::first).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Reads a form.
     *
     * @param json the content of a {@code .form} file
     * @throws IllegalArgumentException with a plain sentence if it is no form this software can show and check: no
     *     JSON, a newer schema than 16, a component of an unknown type, two fields with one key, or an expression that
     *     the server cannot read
     */
    public static Form parse(String json) {
        return new FormReader().read(json);
    }

    /** The form, whose words are in this language already, with what is said about answers to it. */
    Form in(Translation words) {
        return new Form(id, name, schemaVersion, components, expressions, words);
    }

    /** The language it is in, and that of what is said about answers. */
    public Translation translation() {
        return translation;
    }

    /** The form's id. */
    public String id() {
        return id;
    }

    /** The form's name if it has one, else its id. */
    public String name() {
        return name;
    }

    /** The name as people read it: a form that was given none is called by its id. */
    public String title() {
        return FormTranslation.title(id, name);
    }

    /** The version of the form-js schema it was written in; 1 if it does not say. */
    public int schemaVersion() {
        return schemaVersion;
    }

    /** The fields in the order people see them, taken out of their groups. A dynamic list is one field. */
    public List<Field> fields() {
        return fields;
    }

    /** The field with this full key; fields inside a dynamic list are found on the list's field. */
    public Optional<Field> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /** The keys of the fields the model decides by: custom property {@code decision} is {@code true}. */
    public Set<String> decisions() {
        return fields.stream()
                .filter(Field::decision)
                .map(Field::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The answers that the model decides by: all that a process may read; null where there is none. */
    public Map<String, Object> decisionsIn(Map<String, Object> answers) {
        Map<String, Object> decisions = new LinkedHashMap<>();
        decisions().forEach(key -> decisions.put(key, answers.get(key)));
        return decisions;
    }

    /** The documents that answers to the form can sign. */
    public Set<String> signedDocuments() {
        return fields.stream()
                .flatMap(field -> field.signs().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether sending the form signs what it says, as a plan both sides send: custom property {@code signs} names the form. */
    public boolean signsItself() {
        return signedDocuments().contains(id);
    }

    /**
     * Whether nobody may learn who sent what: custom property {@code anonymous} is {@code true}, on the text that promises it.
     */
    public boolean isAnonymous() {
        return promise() != null;
    }

    /** How many answers to an anonymous form are shown together at least: custom property {@code shownFrom}, or 5. */
    public int shownFrom() {
        String from = promise().property("shownFrom");
        return from == null ? 5 : Integer.parseInt(from);
    }

    private Component promise() {
        return FormReader.everyComponent(components)
                .filter(component -> "true".equals(component.property("anonymous")))
                .findFirst()
                .orElse(null);
    }

    /**
     * The names of the data the form shows or computes with but does not ask for: option lists, table rows, variables
     * in expressions and in texts, and fields that are always disabled or read-only. A name used inside a filter such
     * as {@code items[price > limit]} counts, since nobody can tell {@code price} from {@code limit} there.
     */
    public Set<String> reads() {
        return reads;
    }

    /** The same as dotted paths, such as {@code mentee.community.name}: nothing beside them needs to reach a browser. */
    public Set<String> readPaths() {
        return paths;
    }

    /** The places where files are asked for, hidden or not; {@link FormValidator#uploads} leaves out the hidden. */
    public List<Upload> uploads() {
        return uploads;
    }

    List<Component> components() {
        return components;
    }

    Expressions expressions() {
        return expressions;
    }

    /** The fields among these components, taken out of their groups, without those inside dynamic lists. */
    static Stream<Component> flatten(List<Component> components) {
        return components.stream()
                .flatMap(component -> component.kind() == Kind.GROUP
                        ? flatten(component.children())
                        : component.kind().isField() ? Stream.of(component) : Stream.empty());
    }
}
