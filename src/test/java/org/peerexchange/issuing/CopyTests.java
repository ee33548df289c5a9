package org.peerexchange.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What somebody sent, as PDF. */
class CopyTests {

    private static final String MISSING = "Some letters cannot be printed here";

    private static Copy.Entry said(String... texts) {
        return new Copy.Entry("What did you learn?", List.of(texts), List.of(), List.of());
    }

    private static PdfReader pdf(Copy.Entry... entries) throws IOException {
        return new PdfReader(Copy.of("Report", List.of("EX-2027-014"), List.of(entries), "#3366cc", Locale.ENGLISH));
    }

    private static String firstPage(Copy.Entry... entries) throws IOException {
        return new PdfTextExtractor(pdf(entries)).getTextFromPage(1);
    }

    @Test
    void thePaperSaysSoWhereItsFontHasNoLettersForWhatWasWritten() throws IOException {
        assertThat(firstPage(said("We met 漢字 people."))).contains("We met", MISSING);
        assertThat(firstPage(new Copy.Entry("Days", List.of(), List.of("What"), List.of(List.of("漢字")))))
                .contains(MISSING);
    }

    @Test
    void lettersOfManyScriptsAndEmptyLinesAreNoneThatAreMissing() throws IOException {
        assertThat(firstPage(said("Żółć, Київ, თბილისი, Երևան, Αθήνα", "One line\n\nand another one")))
                .contains("Київ", "and another one")
                .doesNotContain(MISSING);
    }

    @Test
    void aLongAnswerTakesAsManyPagesAsItNeeds() throws IOException {
        String[] lines = IntStream.range(0, 200).mapToObj("Line %d"::formatted).toArray(String[]::new);
        PdfReader pdf = pdf(said(lines));
        assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
        assertThat(new PdfTextExtractor(pdf).getTextFromPage(pdf.getNumberOfPages()))
                .contains("Line 199");
    }
}
