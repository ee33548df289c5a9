package org.peerexchange.submission;

/** Reads a posted value as the kind of answer its field takes. */
final class Readings {

    private Readings() {}

    static Reading read(Component field, Object posted) {
        return switch (field.kind()) {
            case TEXTFIELD, TEXTAREA -> Texts.read(field, posted);
            case NUMBER -> Numbers.read(field, posted);
            case CHECKBOX -> checkbox(posted);
            case DATETIME -> Dates.read(field, posted);
            case SELECT, RADIO -> Choices.readOne(posted);
            case CHECKLIST, TAGLIST -> Choices.readMany(posted);
            case EXPRESSION, GROUP, DYNAMICLIST, DISPLAY ->
                Reading.of(field.kind().empty());
        };
    }

    private static Reading checkbox(Object posted) {
        if (posted == null) {
            return Reading.of(false);
        }
        return posted instanceof Boolean ? Reading.of(posted) : Reading.problem("checkbox.unreadable");
    }
}
