package org.peerexchange.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.peerexchange.submission.FileKind;

/** What is left of a picture that somebody uploads. */
class CleanPictureTests {

    private static final byte[] WEBP =
            Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    private static final byte[] TRANSPARENT_WEBP =
            Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    private static BufferedImage open(byte[] content) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(content));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    /** As a phone held upright takes it: turned by a quarter, with the camera's name and the place. */
    private static byte[] fromAPhone(byte[] jpeg) {
        byte[] camera = "Baltiaphone 7\0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 3 * 12 + 4 + camera.length + 2 + 12 + 4);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        int behind = 8 + 2 + 3 * 12 + 4;
        tiff.putShort((short) 0x0110).putShort((short) 2).putInt(camera.length).putInt(behind);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(behind + camera.length);
        tiff.putInt(0).put(camera);
        // The place: latitude is "N", which is enough to betray it.
        tiff.putShort((short) 1)
                .putShort((short) 1)
                .putShort((short) 2)
                .putInt(2)
                .put((byte) 'N')
                .put(new byte[3]);
        tiff.putInt(0);
        byte[] exif = joined("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tiff.array());
        byte[] head = {(byte) 0xff, (byte) 0xe1, (byte) ((exif.length + 2) >> 8), (byte) (exif.length + 2)};
        return joined(Arrays.copyOf(jpeg, 2), head, exif, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    @Test
    void aPhotoStandsUprightAndSaysNeitherWhereNorByWhatItWasTaken() throws IOException {
        byte[] photo = fromAPhone(Pictures.of("jpg", 640, 480));
        assertThat(text(photo)).contains("Exif", "Baltiaphone");

        CleanPicture clean = CleanPicture.of(FileKind.JPEG, photo);

        assertThat(clean.kind()).isEqualTo(FileKind.JPEG);
        assertThat(text(clean.content())).doesNotContain("Exif", "Baltiaphone");
        assertThat(open(clean.content()).getWidth()).isEqualTo(480);
        assertThat(open(clean.content()).getHeight()).isEqualTo(640);
        assertThat(text(clean.thumbnail())).doesNotContain("Exif", "Baltiaphone");
        assertThat(open(clean.thumbnail()).getHeight()).isEqualTo(CleanPicture.THUMBNAIL_SIDE);
    }

    @Test
    void nothingIsHiddenBehindThePicture() {
        byte[] page = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        CleanPicture clean = CleanPicture.of(FileKind.JPEG, joined(Pictures.of("jpg", 64, 48), page));
        assertThat(text(clean.content())).doesNotContain("script");
    }

    @Test
    void aPngKeepsItsColoursAndItsTransparency() throws IOException {
        BufferedImage drawing = new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB);
        drawing.setRGB(1, 1, new Color(10, 200, 30).getRGB());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(drawing, "png", png);

        CleanPicture clean = CleanPicture.of(FileKind.PNG, png.toByteArray());

        assertThat(clean.kind()).isEqualTo(FileKind.PNG);
        BufferedImage kept = open(clean.content());
        assertThat(new Color(kept.getRGB(1, 1), true)).isEqualTo(new Color(10, 200, 30));
        assertThat(new Color(kept.getRGB(5, 5), true).getAlpha()).isZero();
        assertThat(kept.getWidth()).isEqualTo(40);
        assertThat(new Color(open(clean.thumbnail()).getRGB(30, 20)).getGreen()).isGreaterThan(240);
    }

    @Test
    void aWebPictureBecomesOneThatEveryProgramOpens() throws IOException {
        CleanPicture clean = CleanPicture.of(FileKind.WEBP, WEBP);
        assertThat(clean.kind()).isEqualTo(FileKind.JPEG);
        assertThat(open(clean.content()).getWidth()).isEqualTo(1);
        assertThat(clean.kind().named("visit.webp", FileKind.WEBP)).isEqualTo("visit.jpg");
        assertThat(CleanPicture.of(FileKind.WEBP, TRANSPARENT_WEBP).kind()).isEqualTo(FileKind.PNG);
    }

    @Test
    void aVeryLargePictureIsScaledDown() throws IOException {
        CleanPicture clean = CleanPicture.of(FileKind.PNG, Pictures.of("png", 6000, 1500));
        assertThat(open(clean.content()).getWidth()).isEqualTo(CleanPicture.LONGEST_SIDE);
        assertThat(open(clean.content()).getHeight()).isEqualTo(1024);
    }

    @Test
    void aBrokenPictureIsRefused() {
        assertThatThrownBy(() -> CleanPicture.of(FileKind.PNG, Pictures.broken()))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("damaged");
    }
}
