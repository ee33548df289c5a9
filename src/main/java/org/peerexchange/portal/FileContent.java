package org.peerexchange.portal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.tika.Tika;
import org.peerexchange.submission.FileKind;

/** What a file is, its content says; name and browser do not count. */
final class FileContent {

    /** More than any camera makes; decoding more would cost the server too much memory. */
    private static final long MOST_PIXELS = 50_000_000;

    private static final long PIXELS_WORTH_DECODING = 1_000_000;

    private static final Tika TIKA = new Tika();

    private FileContent() {}

    /** What this content is, or empty if it is none of the kinds. */
    static Optional<FileKind> kind(byte[] content) {
        return FileKind.ofType(TIKA.detect(content));
    }

    /**
     * Opens the file as whoever looks at it later would.
     *
     * @throws UnusableFile when it is broken or its picture is too large
     */
    static void tryToOpen(FileKind kind, byte[] content) {
        if (!kind.isImage()) {
            return;
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(kind.contentType());
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
}
