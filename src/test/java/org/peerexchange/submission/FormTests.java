package org.peerexchange.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerexchange.submission.Forms.form;
import static org.peerexchange.submission.Forms.json;

import java.time.Clock;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTests {

    @Test
    void a_form_says_its_id_name_and_schema() {
        Form form = Form.parse("{\"id\":\"apply\",\"name\":\"Apply\",\"schemaVersion\":12,\"components\":[]}");

        assertThat(form.id()).isEqualTo("apply");
        assertThat(form.name()).isEqualTo("Apply");
        assertThat(form.schemaVersion()).isEqualTo(12);
    }

    @Test
    void a_form_without_a_name_goes_by_its_id() {
        assertThat(form("").name()).isEqualTo("f");
    }

    @Test
    void fields_come_in_order_out_of_their_groups_with_the_paths_of_the_groups() {
        Form form = form(
                "{'type':'textfield','key':'a','label':'A','validate':{'required':true}},"
                        + "{'type':'group','path':'person','components':[{'type':'text','text':'Hi'},"
                        + "{'type':'group','components':[{'type':'number','key':'age.years'}]}]},"
                        + "{'type':'dynamiclist','path':'days','components':[{'type':'datetime','key':'date','dateLabel':'When'}]}");

        assertThat(form.fields()).extracting(Field::key).containsExactly("a", "person.age.years", "days");
        assertThat(form.fields()).extracting(Field::type).containsExactly("textfield", "number", "dynamiclist");
        assertThat(form.field("a").orElseThrow().required()).isTrue();
        assertThat(form.field("person.age.years").orElseThrow().label()).isEqualTo("person.age.years");
        assertThat(form.field("days").orElseThrow().fields())
                .extracting(Field::key, Field::label)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("date", "When"));
        assertThat(form.field("date")).isEmpty();
    }

    @Test
    void decisions_are_the_fields_marked_so() {
        Form form = form(
                "{'type':'select','key':'outcome','values':[],'properties':{'decision':'true'}},"
                        + "{'type':'textarea','key':'why','properties':{'decision':'false'}},"
                        + "{'type':'group','path':'g','components':[{'type':'checkbox','key':'ok','properties':{'decision':'true'}}]}");

        assertThat(form.decisions()).containsExactly("outcome", "g.ok");
    }

    @Test
    void a_form_reads_option_lists_tables_and_the_variables_of_its_expressions() {
        Form form = form("{'type':'select','key':'topic','valuesKey':'topics'},"
                + "{'type':'table','dataSource':'=history'},{'type':'table','dataSource':'bookings','columnsExpression':'=columns'},"
                + "{'type':'taglist','key':'tags','valuesExpression':'=for t in allTags return t.name'},"
                + "{'type':'number','key':'days','validate':{'max':'=limit.days'},'readonly':'=frozen'},"
                + "{'type':'expression','key':'sum','expression':'=days * rate'},"
                + "{'type':'group','conditional':{'hide':'=count(people[role = wanted]) = 0'},'components':[]}");

        assertThat(form.reads())
                .containsExactlyInAnyOrder(
                        "topics",
                        "history",
                        "bookings",
                        "columns",
                        "allTags",
                        "limit",
                        "frozen",
                        "rate",
                        "people",
                        "role",
                        "wanted");
    }

    @Test
    void names_that_an_expression_gives_itself_are_not_read() {
        Form form = form("{'type':'expression','key':'a','expression':'={x: y, z: x + 1}.z + f'},"
                + "{'type':'expression','key':'b','expression':'=some p in all satisfies p > edge'},"
                + "{'type':'expression','key':'c','expression':'=list[item > 3]'},"
                + "{'type':'expression','key':'d','expression':'=sort(list, function(m, n) m < n)'}");

        assertThat(form.reads()).containsExactlyInAnyOrder("y", "f", "all", "edge", "list");
    }

    @Test
    void a_form_reads_the_variables_of_its_texts_and_knows_loops() {
        Form form = form("{'type':'text','text':'Hello {{name}}, {{#if late}}{{reason}}{{/if}}'},"
                + "{'type':'html','content':'{{#loop visits}}{{place}} {{parent.currency}} {{this}}{{/loop}}{{end}}'},"
                + "{'type':'textfield','key':'goal','label':'=goalLabel','description':'As {{role}}','appearance':{'suffixAdorner':'{{unit}}'}},"
                + "{'type':'text','text':'{{goal}} and {{broken ++}}'}");

        assertThat(form.reads())
                .containsExactlyInAnyOrder(
                        "name", "late", "reason", "visits", "currency", "end", "goalLabel", "role", "unit");
    }

    @Test
    void in_a_row_this_is_the_row_and_parent_is_the_form() {
        Form form = form(
                "{'type':'number','key':'own'},{'type':'dynamiclist','path':'days','components':["
                        + "{'type':'expression','key':'x','expression':'=this.a + parent.b + c + i[1] + _this_.d + own + parent.own'}]}");

        assertThat(form.reads()).containsExactlyInAnyOrder("b", "c");
        assertThat(form("{'type':'expression','key':'x','expression':'=this.b'}")
                        .reads())
                .containsExactly("b");
    }

    @Test
    void a_locked_field_is_read_and_not_asked() {
        Form form = form("{'type':'textfield','key':'mentor','disabled':true},"
                + "{'type':'textfield','key':'pair.name','readonly':true},{'type':'textfield','key':'free'}");

        assertThat(form.reads()).containsExactlyInAnyOrder("mentor", "pair");
        assertThat(form.field("mentor").orElseThrow().locked()).isTrue();
    }

    @Test
    void uploads_are_texts_marked_so() {
        Form form = form("{'type':'text','text':'# Your receipts\\n\\nAll of them','properties':{'upload':'receipts',"
                + "'min':'1','max':'5','accept':'.PDF; png'}},"
                + "{'type':'text','text':'x','properties':{'upload':'letter','label':'Letter'}},"
                + "{'type':'text','text':'Just a text'}");

        assertThat(form.uploads())
                .containsExactly(
                        new Upload("receipts", "Your receipts", 1, 5, EnumSet.of(FileKind.PNG, FileKind.PDF)),
                        new Upload("letter", "Letter", 0, 1, EnumSet.allOf(FileKind.class)));
        assertThat(form.fields()).isEmpty();
    }

    @Test
    void an_upload_that_is_hidden_is_not_asked_for() {
        Form form = form("{'type':'checkbox','key':'paid'},{'type':'group','conditional':{'hide':'=not(paid)'},"
                + "'components':[{'type':'text','text':'Receipt','properties':{'upload':'receipt'}}]}");
        FormValidator validator = new FormValidator(Clock.systemUTC());

        assertThat(validator.uploads(form, Forms.map("{'paid':true}"), null)).hasSize(1);
        assertThat(validator.uploads(form, Forms.map("{'paid':false}"), null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "\"text\"", "3", "{\"components\":[]}", "{\"id\":\"f\"}"})
    void what_is_no_form_is_refused(String json) {
        assertThatThrownBy(() -> Form.parse(json)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_text_at_all_is_refused() {
        assertThatThrownBy(() -> Form.parse(null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_form_nested_without_end_is_refused() {
        assertThatThrownBy(() -> Form.parse("{\"id\":\"f\",\"components\":" + "[".repeat(100_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_newer_schema_is_refused() {
        assertThatThrownBy(() -> Form.parse("{\"id\":\"f\",\"schemaVersion\":17,\"components\":[]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The form \"f\" has schema version 17; only versions up to 16 are known.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {'type':'filepicker','key':'a'} | The form has a component of type "filepicker", which is not known.
            {'type':'textfield'} | The form has a field of type "textfield" without a key.
            {'type':'dynamiclist','components':[]} | The form has a field of type "dynamiclist" without a path.
            {'type':'number','key':'a'},{'type':'textfield','key':'a'} | The form has two fields with the key "a".
            {'type':'number','key':'a'},{'type':'textfield','key':'a.b'} | The key "a.b" stands inside another field of the form.
            {'type':'number','key':'a.b'},{'type':'textfield','key':'a'} | The key "a" stands inside another field of the form.
            {'type':'number','key':'a','conditional':{'hide':'=1 +'}} | The expression "=1 +" at "a" cannot be read.
            {'type':'textfield','key':'a','validate':{'pattern':'['}} | The pattern of the field "a" cannot be read: Unclosed character class
            {'type':'dynamiclist','path':'l','components':[{'type':'number','key':'a','properties':{'decision':'true'}}]} | The field "a" stands in a list, so no decision can read it.
            {'type':'text','properties':{'upload':'u','min':'some'}} | The upload "u" has "some" as min, which is not a number of files.
            {'type':'text','properties':{'upload':'u','min':'3','max':'2'}} | The upload "u" asks for at least 3 files but takes at most 2.
            {'type':'dynamiclist','path':'l','components':[{'type':'text','properties':{'upload':'u'}}]} | The upload "u" stands in a list; files are asked for once.
            """,
            quoteCharacter = '`')
    void a_form_that_could_not_be_checked_is_refused_with_a_sentence(String components, String sentence) {
        assertThatThrownBy(() -> Form.parse(json(components)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void a_display_text_that_the_server_cannot_read_does_not_matter() {
        assertThat(form("{'type':'text','text':'{{#loop'},{'type':'html','content':'=1 +'}")
                        .reads())
                .isEmpty();
    }
}
