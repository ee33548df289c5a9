package org.peerexchange.issuing;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Bidi;

/**
 * A page to print: the title, the paragraphs of a text, and the number of the case. A paragraph that begins with {@code #} is
 * large. Its font is embedded and has the letters of Latin, Cyrillic, Greek, Georgian, Armenian, Arabic and Hebrew.
 */
final class Paper {

    private static final String FONTS = "net/sf/jasperreports/fonts/dejavu/";
    private static final float EDGE = 60;
    private static final float LINE = 18;

    private final PdfPTable lines = new PdfPTable(1);
    private final Color colour;

    private Paper(Color colour) {
        this.colour = colour;
        lines.setWidthPercentage(100);
    }

    /**
     * Writes the page as PDF.
     *
     * @param body paragraphs with an empty line between them
     * @param colour the programme's colour, such as {@code #3366cc}
     * @param number stands at the foot
     */
    static byte[] of(String title, String body, String colour, String number) {
        Paper paper = new Paper(Color.decode(colour));
        paper.line(title, "DejaVuSans-Bold.ttf", 28, paper.colour);
        for (String paragraph : body.split("\\n\\s*\\n")) {
            boolean large = paragraph.startsWith("#");
            String words = paragraph.replaceFirst("^#+\\s*", "").replaceAll("\\s*\\n\\s*", " ");
            paper.line(words, large ? "DejaVuSans-Bold.ttf" : "DejaVuSans.ttf", large ? 24 : 13, Color.BLACK);
        }
        paper.line(number, "DejaVuSans.ttf", 9, Color.GRAY);
        return paper.written(title);
    }

    private void line(String words, String font, float size, Color ink) {
        PdfPCell cell = new PdfPCell(new Phrase(size * 1.5f, words, new Font(font(font), size, Font.NORMAL, ink)));
        cell.setRunDirection(
                new Bidi(words, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
                        ? PdfWriter.RUN_DIRECTION_LTR
                        : PdfWriter.RUN_DIRECTION_RTL);
        cell.setHorizontalAlignment(Element.ALIGN_CENTER);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPaddingTop(LINE);
        lines.addCell(cell);
    }

    private byte[] written(String title) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4.rotate(), EDGE, EDGE, EDGE, EDGE);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        document.addTitle(title);
        document.open();
        Rectangle frame = new Rectangle(
                EDGE / 2, EDGE / 2, PageSize.A4.getHeight() - EDGE / 2, PageSize.A4.getWidth() - EDGE / 2);
        frame.setBorder(Rectangle.BOX);
        frame.setBorderWidth(3);
        frame.setBorderColor(colour);
        writer.getDirectContent().rectangle(frame);
        document.add(lines);
        document.close();
        return out.toByteArray();
    }

    static BaseFont font(String file) {
        try {
            return BaseFont.createFont(FONTS + file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
