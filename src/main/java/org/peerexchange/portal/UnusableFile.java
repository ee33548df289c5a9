package org.peerexchange.portal;

import org.springframework.http.HttpStatus;

/** A file that cannot be taken; the message says why and what to do. */
class UnusableFile extends RuntimeException {

    private final HttpStatus status;

    private UnusableFile(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    static UnusableFile tooLarge() {
        return new UnusableFile(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "a file may have at most 15 MB. Please make it smaller, for example by saving the photo in a smaller size.");
    }

    static UnusableFile tooMuchTogether() {
        return new UnusableFile(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "all files together may have at most 60 MB. Please remove one or make them smaller.");
    }

    static UnusableFile wrongKind(String kinds) {
        return new UnusableFile(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "only %s can be added here, and its content is something else. Please save it as one of these."
                        .formatted(kinds));
    }

    static UnusableFile empty() {
        return new UnusableFile(HttpStatus.UNPROCESSABLE_ENTITY, "the file is empty. Please choose another one.");
    }

    static UnusableFile broken() {
        return new UnusableFile(
                HttpStatus.UNPROCESSABLE_ENTITY, "the picture is damaged and cannot be opened. Please save it again.");
    }

    static UnusableFile tooManyPixels(long pixels, long most) {
        return new UnusableFile(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "the picture has %d megapixels; at most %d can be taken. Please save it in a smaller size."
                        .formatted(pixels / 1_000_000, most / 1_000_000));
    }

    static UnusableFile tooMany(int most) {
        return new UnusableFile(
                HttpStatus.UNPROCESSABLE_ENTITY,
                most == 1
                        ? "one file is the most here. Please remove the other one first."
                        : "%d files are the most here. Please remove one first.".formatted(most));
    }

    static UnusableFile unknownPlace() {
        return new UnusableFile(HttpStatus.UNPROCESSABLE_ENTITY, "this form does not ask for such a file.");
    }

    HttpStatus status() {
        return status;
    }
}
