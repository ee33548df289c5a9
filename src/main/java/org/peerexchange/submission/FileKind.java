package org.peerexchange.submission;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of files people may add, and what forms call them. */
public enum FileKind {
    JPEG("image/jpeg", "JPEG", "jpg", "jpeg"),
    PNG("image/png", "PNG", "png"),
    WEBP("image/webp", "WebP", "webp"),
    PDF("application/pdf", "PDF", "pdf");

    private static final String ANY_IMAGE = "image";

    private final String contentType;
    private final String words;
    private final List<String> endings;

    FileKind(String contentType, String words, String... endings) {
        this.contentType = contentType;
        this.words = words;
        this.endings = List.of(endings);
    }

    public String contentType() {
        return contentType;
    }

    /** A file's name with the ending of this kind, if it has that of another. */
    public String named(String name, FileKind before) {
        if (before == this) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name) + "." + endings.get(0);
    }

    public boolean isImage() {
        return contentType.startsWith(ANY_IMAGE);
    }

    /** The kind that has this content type. */
    public static Optional<FileKind> ofType(String contentType) {
        return Arrays.stream(values())
                .filter(kind -> kind.contentType.equals(contentType))
                .findFirst();
    }

    /** The kinds a form means by one of its words, an ending or {@code image}; empty when it is no such word. */
    static Set<FileKind> named(String word) {
        return Arrays.stream(values())
                .filter(kind -> word.equals(ANY_IMAGE) ? kind.isImage() : kind.endings.contains(word))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FileKind.class)));
    }

    /** The words a form can use, as a list. */
    static String everyName() {
        return Stream.concat(Stream.of(ANY_IMAGE), Arrays.stream(values()).flatMap(kind -> kind.endings.stream()))
                .collect(Collectors.joining(", "));
    }

    /** What people call it: "JPEG". */
    public String words() {
        return words;
    }
}
