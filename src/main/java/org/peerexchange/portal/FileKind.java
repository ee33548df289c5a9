package org.peerexchange.portal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.tika.Tika;

/** The kinds of files people may add. What a file is, its content says; name and browser do not count. */
enum FileKind {
    JPEG("image/jpeg", "JPEG", Set.of("jpg", "jpeg")),
    PNG("image/png", "PNG", Set.of("png")),
    PDF("application/pdf", "PDF", Set.of("pdf"));

    /** More than any camera makes; decoding more would cost the server too much memory. */
    private static final long MOST_PIXELS = 50_000_000;

    private static final long PIXELS_WORTH_DECODING = 1_000_000;

    private static final Tika TIKA = new Tika();

    private final String contentType;
    private final String words;
    private final Set<String> endings;

    FileKind(String contentType, String words, Set<String> endings) {
        this.contentType = contentType;
        this.words = words;
        this.endings = endings;
    }

    String contentType() {
        return contentType;
    }

    /** What this content is, or empty if it is none of the kinds. */
    static Optional<FileKind> of(byte[] content) {
        String detected = TIKA.detect(content);
        return Arrays.stream(values())
                .filter(kind -> kind.contentType.equals(detected))
                .findFirst();
    }

    /** The content types an upload takes; a form that names no endings takes every kind. */
    static List<String> accepted(Set<String> endings) {
        return kinds(endings).stream().map(FileKind::contentType).toList();
    }

    /** The kinds an upload takes, as people say them: "JPEG, PNG or PDF". */
    static String inWords(Set<String> endings) {
        List<String> words = kinds(endings).stream().map(kind -> kind.words).toList();
        return words.size() == 1
                ? words.get(0)
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.get(words.size() - 1);
    }

    boolean isAmong(Set<String> wantedEndings) {
        return kinds(wantedEndings).contains(this);
    }

    /**
     * Opens the file as whoever looks at it later would.
     *
     * @throws UnusableFile when it is broken or its picture is too large
     */
    void tryToOpen(byte[] content) {
        if (this == PDF) {
            return;
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(contentType);
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                decode(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof UnusableFile refusal) {
                throw refusal;
            }
            throw UnusableFile.broken();
        }
    }

    private static void decode(ImageReader reader) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
            throw UnusableFile.tooManyPixels(pixels, MOST_PIXELS);
        }
        // Every line is decoded, but only a small picture is built of it.
        int step = (int) Math.max(1, Math.ceil(Math.sqrt((double) pixels / PIXELS_WORTH_DECODING)));
        ImageReadParam small = reader.getDefaultReadParam();
        small.setSourceSubsampling(step, step, 0, 0);
        try {
            reader.read(0, small);
        } catch (IIOException colours) {
            // Photos in the colours of print are fine, Java only cannot turn them into red, green and blue.
            if (!reader.canReadRaster()) {
                throw colours;
            }
            reader.readRaster(0, small);
        }
    }

    private static List<FileKind> kinds(Set<String> endings) {
        List<FileKind> named = Arrays.stream(values())
                .filter(kind -> kind.endings.stream().anyMatch(endings::contains))
                .toList();
        return named.isEmpty() ? List.of(values()) : named;
    }
}
