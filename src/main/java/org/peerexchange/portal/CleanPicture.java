package org.peerexchange.portal;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import net.coobird.thumbnailator.Thumbnails;
import org.peerexchange.submission.FileKind;

/**
 * A picture as it is kept: drawn anew from its pixels, upright, so that nothing else of the file is left – not where it was taken,
 * by which camera, nor what somebody has hidden in it.
 *
 * @param kind what it is now: PNG stays PNG, and so does what is transparent; everything else becomes JPEG
 * @param thumbnail a small JPEG of it
 */
record CleanPicture(FileKind kind, byte[] content, byte[] thumbnail) {

    /** Enough for a page of print; longer sides are scaled down. */
    static final int LONGEST_SIDE = 4096;

    static final int THUMBNAIL_SIDE = 240;

    private static final float QUALITY = 0.9f;

    /** A large picture takes some hundred megabytes while it is drawn. */
    private static final Semaphore ONE_AT_A_TIME = new Semaphore(1, true);

    /**
     * Draws it.
     *
     * @throws UnusableFile when it is broken
     */
    static CleanPicture of(FileKind kind, byte[] content) {
        ONE_AT_A_TIME.acquireUninterruptibly();
        try {
            BufferedImage picture = upright(content);
            boolean png = kind == FileKind.PNG || picture.getColorModel().hasAlpha();
            return new CleanPicture(
                    png ? FileKind.PNG : FileKind.JPEG,
                    written(picture, LONGEST_SIDE, png),
                    written(picture, THUMBNAIL_SIDE, false));
        } catch (IOException | RuntimeException broken) {
            throw UnusableFile.broken();
        } finally {
            ONE_AT_A_TIME.release();
        }
    }

    private static BufferedImage upright(byte[] content) throws IOException {
        return Thumbnails.of(new ByteArrayInputStream(content)).scale(1).asBufferedImage();
    }

    /** A JPEG knows no transparency; without this, what is transparent would be black. */
    private static BufferedImage onWhite(BufferedImage picture) {
        if (!picture.getColorModel().hasAlpha()) {
            return picture;
        }
        BufferedImage white = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = white.createGraphics();
        brush.drawImage(picture, 0, 0, Color.WHITE, null);
        brush.dispose();
        return white;
    }

    private static byte[] written(BufferedImage picture, int longest, boolean png) throws IOException {
        BufferedImage shown = png ? picture : onWhite(picture);
        double scale = Math.min(1, (double) longest / Math.max(picture.getWidth(), picture.getHeight()));
        var out = new ByteArrayOutputStream();
        var drawn = Thumbnails.of(shown)
                .scale(scale)
                .imageType(png ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB)
                .outputFormat(png ? "png" : "jpg");
        (png ? drawn : drawn.outputQuality(QUALITY)).toOutputStream(out);
        return out.toByteArray();
    }
}
