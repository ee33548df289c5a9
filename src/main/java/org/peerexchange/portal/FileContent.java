package org.peerexchange.portal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.tika.Tika;
import org.peerexchange.submission.FileKind;

/** What a file is, its content says; name and browser do not count. */
final class FileContent {

    /** More than nearly any camera makes; drawing more would cost the server too much memory. */
    private static final long MOST_PIXELS = 50_000_000;

    private static final Tika TIKA = new Tika();

    private FileContent() {}

    /** What this content is, or empty if it is none of the kinds. */
    static Optional<FileKind> kind(byte[] content) {
        return FileKind.ofType(TIKA.detect(content));
    }

    /**
     * Looks how large a picture is before anything of it is drawn.
     *
     * @throws UnusableFile when it is broken or larger than the server can draw
     */
    static void measure(FileKind kind, byte[] content) {
        if (!kind.isImage()) {
            return;
        }
        long pixels = pixels(kind, content);
        if (pixels > MOST_PIXELS) {
            throw UnusableFile.tooManyPixels(pixels, MOST_PIXELS);
        }
    }

    private static long pixels(FileKind kind, byte[] content) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            ImageReader reader =
                    ImageIO.getImageReadersByMIMEType(kind.contentType()).next();
            try {
                reader.setInput(in, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            throw UnusableFile.broken();
        }
    }
}
