package org.peerexchange.issuing;

import com.lowagie.text.Document;
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
import java.text.Bidi;
import java.util.List;
import java.util.Locale;
import org.peerexchange.language.Sentences;

/** What somebody sent, to keep or to print: a title and what was answered, on as many pages as it takes. */
public final class Copy {

    private static final float EDGE = 56;

    private final BaseFont plain = Paper.font("DejaVuSans.ttf");
    private final BaseFont bold = Paper.font("DejaVuSans-Bold.ttf");
    private final PdfPTable lines = new PdfPTable(1);
    private boolean unprintable;

    private Copy() {
        lines.setWidthPercentage(100);
        lines.setSplitLate(false);
    }

    /**
     * A question with its answer.
     *
     * @param texts what was answered; several for several choices
     * @param columns what each row of a list is made of; empty for other answers
     * @param rows the rows of a list
     */
    public record Entry(String label, List<String> texts, List<String> columns, List<List<String>> rows) {

        public Entry {
            label = label == null ? "" : label;
        }
    }

    /**
     * Writes it as PDF. Its letters are those of {@link Paper}; where others were written, the paper says that they are missing.
     *
     * @param about lines that stand below the title, such as when it was sent
     * @param colour the programme's colour, such as {@code #3366cc}
     * @param language that of what was written
     */
    public static byte[] of(String title, List<String> about, List<Entry> entries, String colour, Locale language) {
        Copy copy = new Copy();
        copy.line(title, copy.bold, 20, Color.decode(colour), 0);
        about.forEach(line -> copy.line(line, copy.plain, 9, Color.DARK_GRAY, 2));
        for (Entry entry : entries) {
            copy.line(entry.label(), copy.bold, 11, Color.BLACK, 14);
            entry.texts().forEach(text -> copy.line(text, copy.plain, 11, Color.BLACK, 3));
            if (!entry.rows().isEmpty()) {
                copy.table(entry);
            }
        }
        if (copy.unprintable) {
            copy.line(Sentences.PAGES.say(language, "my.unprintable"), copy.plain, 9, Color.DARK_GRAY, 18);
        }
        return copy.written(title);
    }

    private void line(String words, BaseFont font, float size, Color ink, float above) {
        PdfPCell cell = cell(words, font, size, ink);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPaddingTop(above);
        lines.addCell(cell);
    }

    private void table(Entry entry) {
        PdfPTable table = new PdfPTable(entry.columns().size());
        table.setWidthPercentage(100);
        entry.columns().forEach(column -> table.addCell(cell(column, bold, 9, Color.BLACK)));
        table.setHeaderRows(1);
        entry.rows().forEach(row -> row.forEach(words -> table.addCell(cell(words, plain, 9, Color.BLACK))));
        PdfPCell around = new PdfPCell(table);
        around.setBorder(Rectangle.NO_BORDER);
        around.setPaddingTop(4);
        lines.addCell(around);
    }

    private PdfPCell cell(String words, BaseFont font, float size, Color ink) {
        unprintable |= words.codePoints().anyMatch(letter -> letter > ' ' && !font.charExists(letter));
        PdfPCell cell = new PdfPCell(new Phrase(size * 1.4f, words, new Font(font, size, Font.NORMAL, ink)));
        cell.setRunDirection(
                new Bidi(words, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
                        ? PdfWriter.RUN_DIRECTION_LTR
                        : PdfWriter.RUN_DIRECTION_RTL);
        cell.setPadding(4);
        return cell;
    }

    private byte[] written(String title) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, EDGE, EDGE, EDGE, EDGE);
        PdfWriter.getInstance(document, out);
        document.addTitle(title);
        document.open();
        document.add(lines);
        document.close();
        return out.toByteArray();
    }
}
