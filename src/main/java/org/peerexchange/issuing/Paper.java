package org.peerexchange.issuing;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Bidi;

/**
 * A page to print: the programme's name, a title, the paragraphs of a text, a line to sign on, and the number of the case. A
 * paragraph that begins with {@code #} is large, words between two {@code **} are bold, and one that begins with
 * {@code Signature:} stands below a line at the foot, its parts (with {@code |} between them) one below the other. Its font is
 * embedded and has the letters of Latin, Cyrillic, Greek, Georgian, Armenian, Arabic and Hebrew.
 */
final class Paper {

    private static final String FONTS = "net/sf/jasperreports/fonts/dejavu/";
    private static final Rectangle PAGE = PageSize.A4.rotate();
    private static final float EDGE = 36;
    private static final float INSIDE = 96;
    private static final float BAND = 14;
    private static final float SIGNATURE_TOP = 150;
    private static final float SIGNATURE_WIDTH = 250;
    private static final float LARGEST = 38;
    private static final float LEAST_LARGE = 20;
    private static final String SIGNATURE = "Signature:";
    private static final Color INK = new Color(0x20, 0x21, 0x22);
    private static final Color PALE = new Color(0x60, 0x63, 0x66);

    private final BaseFont regular = font("DejaVuSans.ttf");
    private final BaseFont bold = font("DejaVuSans-Bold.ttf");
    private final PdfPTable lines = new PdfPTable(1);
    private final PdfPTable signature = new PdfPTable(1);
    private final Color colour;

    private Paper(Color colour) {
        this.colour = colour;
        lines.setTotalWidth(PAGE.getWidth() - 2 * INSIDE);
        signature.setTotalWidth(SIGNATURE_WIDTH);
    }

    /**
     * Writes the page as PDF.
     *
     * @param programme the programme's name, above the title
     * @param body paragraphs with an empty line between them
     * @param colour the programme's colour, such as {@code #3366cc}
     * @param number stands at the foot
     */
    static byte[] of(String programme, String title, String body, String colour, String number) {
        Paper paper = new Paper(Color.decode(colour));
        paper.line(programme, 13, paper.colour, 0);
        paper.line("**" + title + "**", 30, INK, 8);
        paper.lines.addCell(paper.rule());
        for (String paragraph : body.split("\\n\\s*\\n")) {
            String words = paragraph.replaceAll("\\s*\\n\\s*", " ").strip();
            if (words.startsWith("#")) {
                paper.large(words.replaceFirst("^#+\\s*", ""));
            } else if (words.startsWith(SIGNATURE)) {
                paper.sign(words.substring(SIGNATURE.length()).strip().split("\\s*\\|\\s*"));
            } else {
                paper.line(words, 14, INK, 14);
            }
        }
        return paper.written(title, number);
    }

    /** As large as a line takes it. */
    private void large(String words) {
        float width = bold.getWidthPoint(words, 1);
        float size = Math.min(LARGEST, (PAGE.getWidth() - 2 * INSIDE - BAND) / width);
        line("**" + words + "**", Math.max(LEAST_LARGE, size), colour, 16);
    }

    private void line(String words, float size, Color ink, float above) {
        lines.addCell(cell(words, size, ink, above, Element.ALIGN_CENTER));
    }

    private void sign(String... parts) {
        for (int at = 0; at < parts.length; at++) {
            PdfPCell part = cell(parts[at], 10, at == 0 ? INK : PALE, at == 0 ? 6 : 0, Element.ALIGN_CENTER);
            if (at == 0) {
                part.setBorder(Rectangle.TOP);
                part.setBorderColor(INK);
                part.setBorderWidth(0.8f);
            }
            signature.addCell(part);
        }
    }

    private PdfPCell cell(String words, float size, Color ink, float above, int align) {
        Phrase phrase = new Phrase();
        String[] parts = words.split("\\*\\*", -1);
        for (int at = 0; at < parts.length; at++) {
            if (!parts[at].isEmpty()) {
                phrase.add(new Chunk(parts[at], new Font(at % 2 == 0 ? regular : bold, size, Font.NORMAL, ink)));
            }
        }
        PdfPCell cell = new PdfPCell(phrase);
        cell.setLeading(0, 1.35f);
        cell.setRunDirection(
                new Bidi(words, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
                        ? PdfWriter.RUN_DIRECTION_LTR
                        : PdfWriter.RUN_DIRECTION_RTL);
        cell.setHorizontalAlignment(align);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPaddingTop(above);
        return cell;
    }

    /** A short line in the programme's colour below the title. */
    private PdfPCell rule() {
        PdfPTable rule = new PdfPTable(new float[] {2, 1, 2});
        for (int column = 0; column < 3; column++) {
            PdfPCell part = new PdfPCell();
            part.setFixedHeight(12);
            part.setBorder(column == 1 ? Rectangle.BOTTOM : Rectangle.NO_BORDER);
            part.setBorderColor(colour);
            part.setBorderWidth(3);
            rule.addCell(part);
        }
        PdfPCell cell = new PdfPCell(rule);
        cell.setBorder(Rectangle.NO_BORDER);
        return cell;
    }

    private byte[] written(String title, String number) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document(PAGE);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        document.addTitle(title);
        document.open();
        PdfContentByte page = writer.getDirectContent();
        frame(page);
        float top = PAGE.getHeight() - EDGE - BAND;
        float free = top - SIGNATURE_TOP - lines.getTotalHeight();
        lines.writeSelectedRows(0, -1, INSIDE, top - Math.max(8, free / 2), page);
        signature.writeSelectedRows(0, -1, PAGE.getWidth() - INSIDE - SIGNATURE_WIDTH, SIGNATURE_TOP - 20, page);
        PdfPTable foot = new PdfPTable(1);
        foot.setTotalWidth(SIGNATURE_WIDTH);
        foot.addCell(cell(number, 10, PALE, 2, Element.ALIGN_LEFT));
        foot.writeSelectedRows(0, -1, INSIDE, SIGNATURE_TOP - 20, page);
        document.close();
        return out.toByteArray();
    }

    /** A thin frame, and a broad band in the programme's colour at the head. */
    private void frame(PdfContentByte page) {
        page.setColorFill(colour);
        page.rectangle(EDGE, PAGE.getHeight() - EDGE - BAND, PAGE.getWidth() - 2 * EDGE, BAND);
        page.fill();
        page.setColorStroke(colour);
        page.setLineWidth(1);
        page.rectangle(EDGE, EDGE, PAGE.getWidth() - 2 * EDGE, PAGE.getHeight() - 2 * EDGE);
        page.stroke();
    }

    static BaseFont font(String file) {
        try {
            return BaseFont.createFont(FONTS + file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
