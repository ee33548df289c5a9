package org.peerexchange.portal;

import java.text.Normalizer;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.FileKind;
import org.peerexchange.submission.Upload;

/**
 * A file as it can be kept. Looking at it takes a while and needs no database: no connection waits for it.
 *
 * @param name what the person's file was called, for display only
 * @param kind what it really is
 * @param thumbnail a small picture of it; null when it is none
 */
record UsableFile(Upload upload, String name, FileKind kind, byte[] content, byte[] thumbnail) {

    static final long LARGEST = 15L * 1024 * 1024;
    private static final int LONGEST_NAME = 120;

    /**
     * Looks at a file that somebody has sent for a request.
     *
     * @throws UnusableFile when it cannot be taken
     */
    static UsableFile of(Asking.Request request, String uploadName, String name, byte[] content) {
        Upload upload = request.form().uploads().stream()
                .filter(candidate -> candidate.name().equals(uploadName))
                .findFirst()
                .orElseThrow(UnusableFile::unknownPlace);
        FileKind kind = check(upload, content);
        String shown = displayName(name);
        if (!kind.isImage()) {
            return new UsableFile(upload, shown, kind, content, null);
        }
        CleanPicture picture = CleanPicture.of(kind, content);
        return new UsableFile(
                upload, picture.kind().named(shown, kind), picture.kind(), picture.content(), picture.thumbnail());
    }

    private static FileKind check(Upload upload, byte[] content) {
        if (content.length == 0) {
            throw UnusableFile.empty();
        }
        if (content.length > LARGEST) {
            throw UnusableFile.tooLarge();
        }
        FileKind kind = FileContent.kind(content)
                .filter(upload.kinds()::contains)
                .orElseThrow(() -> UnusableFile.wrongKind(upload.kinds()));
        FileContent.measure(kind, content);
        return kind;
    }

    /** What the person's file was called, made harmless: no folders, nothing unseen, nothing that turns the text around. */
    static String displayName(String original) {
        String name = original == null
                ? ""
                : original.substring(Math.max(original.lastIndexOf('/'), original.lastIndexOf('\\')) + 1);
        name = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}<>:\"|?*]", "")
                .strip();
        if (name.isEmpty() || name.chars().allMatch(c -> c == '.')) {
            return "file";
        }
        int points = name.codePointCount(0, name.length());
        // The end is kept, because it holds what kind of file it is.
        return points <= LONGEST_NAME
                ? name
                : "…" + name.substring(name.offsetByCodePoints(0, points - LONGEST_NAME + 1));
    }
}
