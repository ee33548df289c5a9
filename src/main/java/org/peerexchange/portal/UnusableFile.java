package org.peerexchange.portal;

import java.util.Collection;
import java.util.List;
import org.peerexchange.submission.FileKind;
import org.springframework.http.HttpStatus;

/** A file that cannot be taken; the message says why and what to do. */
class UnusableFile extends Refusal {

    private UnusableFile(HttpStatus status, String sentence, Object... words) {
        super(status, sentence, words);
    }

    static UnusableFile tooLarge() {
        return new UnusableFile(HttpStatus.PAYLOAD_TOO_LARGE, "upload.too-large", megabytes(UsableFile.LARGEST));
    }

    static UnusableFile tooMuchTogether() {
        return new UnusableFile(
                HttpStatus.PAYLOAD_TOO_LARGE, "upload.too-much-together", megabytes(RequestFiles.MOST_TOGETHER));
    }

    /** @param kinds what is asked for */
    static UnusableFile wrongKind(Collection<FileKind> kinds) {
        List<String> words = kinds.stream().map(FileKind::words).toList();
        int last = words.size() - 1;
        return new UnusableFile(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "upload.wrong-kind",
                String.join(", ", words.subList(0, last)),
                words.get(last),
                words.size());
    }

    private static long megabytes(long bytes) {
        return bytes / 1024 / 1024;
    }

    static UnusableFile empty() {
        return new UnusableFile(HttpStatus.UNPROCESSABLE_ENTITY, "upload.empty");
    }

    static UnusableFile broken() {
        return new UnusableFile(HttpStatus.UNPROCESSABLE_ENTITY, "upload.broken");
    }

    static UnusableFile tooManyPixels(long pixels, long most) {
        return new UnusableFile(
                HttpStatus.UNPROCESSABLE_ENTITY, "upload.too-many-pixels", pixels / 1_000_000, most / 1_000_000);
    }

    static UnusableFile tooMany(int most) {
        return new UnusableFile(HttpStatus.UNPROCESSABLE_ENTITY, "upload.too-many", most);
    }

    static UnusableFile unknownPlace() {
        return new UnusableFile(HttpStatus.UNPROCESSABLE_ENTITY, "upload.not-asked");
    }
}
