package org.peerexchange.submission;

import java.util.List;
import java.util.Map;

/** What a component of a form is, and what form-js holds for it while nothing is filled in. */
enum Kind {
    TEXTFIELD(""),
    TEXTAREA(""),
    NUMBER(null),
    CHECKBOX(false),
    DATETIME(null),
    SELECT(null),
    RADIO(null),
    CHECKLIST(List.of()),
    TAGLIST(List.of()),
    EXPRESSION(null),
    GROUP(null),
    DYNAMICLIST(List.of()),
    DISPLAY(null);

    private static final Map<String, Kind> BY_TYPE = Map.ofEntries(
            Map.entry("textfield", TEXTFIELD),
            Map.entry("textarea", TEXTAREA),
            Map.entry("number", NUMBER),
            Map.entry("checkbox", CHECKBOX),
            Map.entry("datetime", DATETIME),
            Map.entry("select", SELECT),
            Map.entry("radio", RADIO),
            Map.entry("checklist", CHECKLIST),
            Map.entry("taglist", TAGLIST),
            Map.entry("expression", EXPRESSION),
            Map.entry("group", GROUP),
            Map.entry("columns", GROUP),
            Map.entry("dynamiclist", DYNAMICLIST),
            Map.entry("text", DISPLAY),
            Map.entry("html", DISPLAY),
            Map.entry("image", DISPLAY),
            Map.entry("table", DISPLAY),
            Map.entry("iframe", DISPLAY),
            Map.entry("spacer", DISPLAY),
            Map.entry("separator", DISPLAY),
            Map.entry("button", DISPLAY));

    private final Object empty;

    Kind(Object empty) {
        this.empty = empty;
    }

    /** The kind of a component's {@code type}, or null for a type this software does not know. */
    static Kind ofType(String type) {
        return type == null ? null : BY_TYPE.get(type);
    }

    Object empty() {
        return empty;
    }

    boolean isText() {
        return this == TEXTFIELD || this == TEXTAREA;
    }

    boolean isOneChoice() {
        return this == SELECT || this == RADIO;
    }

    boolean isManyChoices() {
        return this == CHECKLIST || this == TAGLIST;
    }

    boolean isField() {
        return this != GROUP && this != DISPLAY;
    }
}
