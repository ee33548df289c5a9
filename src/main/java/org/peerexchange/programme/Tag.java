package org.peerexchange.programme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An element of a model or a table as it stands in the file, whoever has read it. Prefixes are left out: {@code camunda:formRef}
 * is the attribute {@code camunda:formRef} whatever prefix the file gives to the engine's namespace.
 *
 * @param name its name without a prefix, such as {@code userTask}
 * @param attributes its attributes; those of the engine begin with {@code camunda:}
 * @param text the text in it, without that of the elements in it
 * @param children the elements in it
 */
public record Tag(String name, Map<String, String> attributes, String text, List<Tag> children) {

    /** What the engine's own attributes begin with. */
    public static final String ENGINE = "camunda:";

    /** The attribute's value; empty when there is none. */
    public String at(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    public String id() {
        return at("id");
    }

    /** Whether it is one of these. */
    public boolean is(String... names) {
        return Arrays.asList(names).contains(name);
    }

    /** The elements of this name directly in it. */
    public Stream<Tag> children(String wanted) {
        return children.stream().filter(child -> child.is(wanted));
    }

    /** This element and all below it. */
    public Stream<Tag> all() {
        List<Tag> all = new ArrayList<>();
        collect(all);
        return all.stream();
    }

    private void collect(List<Tag> all) {
        all.add(this);
        children.forEach(child -> child.collect(all));
    }

    /** All below it that are one of these. */
    public Stream<Tag> all(String... names) {
        return all().filter(tag -> tag.is(names));
    }

    /** What the element is told: its input parameters by name. */
    public Map<String, String> inputs() {
        Map<String, String> inputs = new LinkedHashMap<>();
        settings("inputParameter")
                .forEach(input -> inputs.put(input.at("name"), input.text().strip()));
        return inputs;
    }

    /** The engine's settings of this element: those in its {@code extensionElements}, and what is in these. */
    public Stream<Tag> settings(String wanted) {
        return children("extensionElements").flatMap(Tag::all).filter(tag -> tag.is(wanted));
    }
}
