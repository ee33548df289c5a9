package org.peerexchange.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerexchange.submission.Forms.check;
import static org.peerexchange.submission.Forms.message;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names on Wikimedia Commons as an answer. */
class CommonsTests {

    private static final String FIELD =
            "{'type':'textarea','key':'seen','label':'Photos','properties':{'commons':'%s'}}";

    private static Validated given(String asked, String text) {
        return check(FIELD.formatted(asked), Map.of("seen", text), Map.of());
    }

    private static Object kept(String text) {
        Validated validated = given("file, category", text);
        assertThat(validated.errors()).as(text).isEmpty();
        return validated.answers().get("seen");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    File:Our visit.jpg | File:Our visit.jpg
                    our visit.JPG | File:Our visit.JPG
                    file: our__visit .webm | File:Our visit .webm
                    Image:Élan.tiff | File:Élan.tiff
                    :File:éa.svg | File:Éa.svg
                    [[:c:Category:exchange_2027]] | Category:Exchange 2027
                    CATEGORY:ჯგუფი | Category:ჯგუფი
                    Category:Visits/2027 | Category:Visits/2027
                    https://commons.wikimedia.org/wiki/File:Our_visit_%28day_1%29.jpg | File:Our visit (day 1).jpg
                    https://commons.m.wikimedia.org/wiki/Category:Baltia_2027?uselang=pl | Category:Baltia 2027
                    https://commons.wikimedia.org/wiki/Category:Baltia#/media/File:A%2BB.png | File:A+B.png
                    https://commons.wikimedia.org/w/index.php?uselang=pl&title=File:Tea.jpg&action=edit | File:Tea.jpg
                    https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/Tea_time.jpg/120px-Tea_time.jpg | File:Tea time.jpg
                    commons.wikimedia.org/wiki/File:Tea.jpg | File:Tea.jpg""")
    void what_is_typed_or_pasted_is_kept_as_Commons_names_it(String typed, String expected) {
        assertThat(kept(typed)).isEqualTo(expected);
    }

    @Test
    void each_line_is_a_name_and_each_is_kept_once() {
        assertThat(kept("File:A.jpg\n\n  category:B \nfile:a.jpg")).isEqualTo("File:A.jpg\nCategory:B");
        assertThat(message(given("file", "File:A.jpg\nour album")))
                .isEqualTo("\"Photos\": \"our album\" must begin with one of these: File:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "<", ">", "[", "]", "{", "}", "|", "~~~", "%41", "&amp;", "\ufffd"})
    void what_no_title_can_have_is_named(String sign) {
        assertThat(message(given("category", "Category:Ours " + sign + " theirs")))
                .endsWith(" has %s in it, which no name on Wikimedia Commons can have.".formatted(sign));
    }

    @ParameterizedTest
    @ValueSource(strings = {"File:a:b.jpg", "File:a/b.jpg", "File:a\\b.jpg", "Category:..", "Category:a/../b"})
    void a_file_has_no_path_in_its_name_and_no_title_leads_elsewhere(String name) {
        assertThat(message(given("file, category", name))).contains("which no name on Wikimedia Commons can have");
    }

    @ParameterizedTest
    @ValueSource(strings = {"File:Visit", "File:Visit.docx", "File:.jpg", "File:Visit.jpg.exe"})
    void a_file_ends_as_files_on_Commons_do(String name) {
        assertThat(message(given("file", name))).endsWith("such as .jpg, .pdf or .webm.");
    }

    @Test
    void a_name_is_as_long_as_its_bytes() {
        assertThat(kept("File:" + "ა".repeat(78) + "aa.jpg")).isNotNull();
        assertThat(message(given("file", "File:" + "ა".repeat(78) + "aaa.jpg")))
                .endsWith("must have at most 240 bytes as a name on Wikimedia Commons; yours has 241.");
        assertThat(kept("Category:" + "a".repeat(255))).isNotNull();
        assertThat(message(given("category", "Category:" + "a".repeat(256)))).contains("at most 255 bytes");
        assertThat(message(given("category", "Category: _ "))).endsWith("there is no name after Category:");
    }

    @Test
    void only_what_is_asked_for_is_taken() {
        assertThat(message(given("file", "Category:Ours")))
                .isEqualTo("\"Photos\": \"Category:Ours\" must begin with one of these: File:");
        assertThat(message(given("file, category", "https://example.org/album")))
                .contains("File:, Category:");
        assertThat(given("category, address", "https://example.org/album").answers())
                .isEqualTo(Map.of("seen", "https://example.org/album"));
        assertThat(message(given("category, address", "on my disk")))
                .isEqualTo("\"Photos\": \"on my disk\" must begin with one of these: Category:, https://");
        assertThat(message(given("category, address", "javascript:alert(1)"))).contains("must begin with");
    }

    @Test
    void a_form_that_asks_for_something_else_is_refused() {
        assertThatThrownBy(() -> given("file, gallery", ""))
                .hasMessage(
                        "The field \"seen\" asks for \"gallery\" on Wikimedia Commons; it can be file, category and, for other pages, address.");
        assertThatThrownBy(() -> check(FIELD.replace("textarea", "number").formatted("file"), "{}"))
                .hasMessage("The field \"seen\" has the property \"commons\", but is no text.");
    }

    @Test
    void whoever_reads_the_answer_finds_a_link_in_each_line() {
        Form form = Forms.form(FIELD.formatted("file, category, address"));
        Answer answer = Answer.of(
                        form, Map.of("seen", "File:Tea & \"cake\".jpg\nhttps://example.org/a\nfrom earlier"), Map.of())
                .get(0);

        assertThat(answer.texts().stream().map(answer::link))
                .isEqualTo(java.util.Arrays.asList(
                        "https://commons.wikimedia.org/wiki/File:Tea_&_%22cake%22.jpg", "https://example.org/a", null));
        assertThat(new Answer("Photos", false, List.of("File:A.jpg"), List.of(), List.of()).link("File:A.jpg"))
                .isNull();
    }
}
