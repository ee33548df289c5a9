package org.peerexchange.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerexchange.submission.Forms.check;
import static org.peerexchange.submission.Forms.map;
import static org.peerexchange.submission.Forms.message;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowsTests {

    private static final String DAYS = "{'type':'checkbox','key':'abroad'},"
            + "{'type':'dynamiclist','path':'days','label':'Days','validate':{'required':true},'components':["
            + "{'type':'datetime','key':'date','dateLabel':'Date','validate':{'required':true}},"
            + "{'type':'textfield','key':'why','label':'Why','conditional':{'hide':'=this.date = null'}},"
            + "{'type':'textfield','key':'visa','label':'Visa','conditional':{'hide':'=not(abroad)'}},"
            + "{'type':'expression','key':'number','expression':'=i[1]'},"
            + "{'type':'expression','key':'all','expression':'=count(parent.days)'}]}";

    @Test
    void rows_are_checked_each_by_its_own_values() {
        Validated validated = check(
                DAYS,
                "{'days':[{'date':'2027-01-01','why':'x','visa':'no','extra':1},{'date':'2027-01-02','why':''}]}");

        assertThat(message(validated)).isEmpty();
        assertThat(validated.answers().get("days"))
                .isEqualTo(List.of(
                        map("{'date':'2027-01-01','why':'x','number':1,'all':2}"),
                        map("{'date':'2027-01-02','why':null,'number':2,'all':2}")));
    }

    @Test
    void an_error_in_a_row_names_the_row() {
        assertThat(check(DAYS, "{'days':[{'date':'2027-01-01'},{'date':'soon'},{}]}")
                        .errors())
                .containsExactly(
                        new FieldError("days[1].date", "Date", "\"Date (entry 2)\" must be a date."),
                        new FieldError("days[2].date", "Date", "\"Date (entry 3)\" is needed: please fill it in."));
    }

    @Test
    void a_row_sees_its_own_values_and_those_of_the_form() {
        Validated validated = check(DAYS, "{'abroad':true,'days':[{'date':'2027-01-01','visa':'yes'}]}");
        assertThat(validated.answers().get("days"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .first()
                .hasToString("{date=2027-01-01, why=null, visa=yes, number=1, all=1}");
    }

    @Test
    void a_required_list_needs_a_row() {
        assertThat(message(check(DAYS, "{'days':[]}"))).isEqualTo("\"Days\" is needed: please add at least one entry.");
        assertThat(message(check(DAYS, "{}"))).contains("at least one entry");
        assertThat(check(DAYS.replace("'required':true", "'x':1"), "{}").answers())
                .containsEntry("days", List.of());
    }

    @Test
    void what_is_no_list_or_no_row_is_an_error() {
        assertThat(message(check(DAYS, "{'days':'many'}"))).contains("could not be read as a list");
        assertThat(message(check(DAYS, "{'days':{'0':{}}}"))).contains("could not be read as a list");
        assertThat(check(DAYS, "{'days':[{'date':'2027-01-01'},null,7,[]]}").errors())
                .extracting(FieldError::field)
                .containsExactly("days[1].date", "days[2]", "days[3]");
    }

    @Test
    void too_many_rows_are_refused() {
        Map<String, Object> row = map("{'date':'2027-01-01'}");

        assertThat(check(DAYS, Map.of("days", Collections.nCopies(200, row)), Map.of())
                        .ok())
                .isTrue();
        assertThat(message(check(DAYS, Map.of("days", Collections.nCopies(1_000_000, row)), Map.of())))
                .isEqualTo("\"Days\" must have at most 200 entries; yours has 1000000.");
    }

    @Test
    void lists_in_lists_name_every_row_and_are_counted_together() {
        String form = "{'type':'dynamiclist','path':'days','components':[{'type':'number','key':'n'},"
                + "{'type':'dynamiclist','path':'slots','components':["
                + "{'type':'number','key':'m','label':'M','validate':{'min':'=parent.n'}},"
                + "{'type':'expression','key':'at','expression':'=i'}]}]}";

        assertThat(check(form, "{'days':[{'n':1,'slots':[{'m':1}]},{'n':3,'slots':[{'m':3},{'m':2}]}]}")
                        .errors())
                .containsExactly(
                        new FieldError("days[1].slots[1].m", "M", "\"M (entry 2)\" must be at least 3; you gave 2."));
        Object slots = Map.of("slots", Collections.nCopies(150, Map.of()));
        assertThat(check(form, Map.of("days", Collections.nCopies(150, slots)), Map.of())
                        .ok())
                .isFalse();
    }

    @Test
    void a_group_in_a_row_nests_in_the_row() {
        String form = "{'type':'dynamiclist','path':'days','components':[{'type':'group','path':'g','components':["
                + "{'type':'textfield','key':'a','label':'A','validate':{'required':true}}]}]}";

        assertThat(check(form, "{'days':[{'g':{'a':'x'}}]}").answers()).isEqualTo(map("{'days':[{'g':{'a':'x'}}]}"));
        assertThat(check(form, "{'days':[{'a':'x'}]}").errors())
                .extracting(FieldError::field)
                .containsExactly("days[0].g.a");
    }

    @Test
    void locked_fields_in_rows_keep_what_the_same_row_had() {
        String form =
                "{'type':'dynamiclist','path':'days','components':[{'type':'textfield','key':'a','readonly':true},"
                        + "{'type':'textfield','key':'b'}]}";

        assertThat(check(form, "{'days':[{'a':'x','b':'y'},{'a':'x'}]}", "{'days':[{'a':'known'}]}")
                        .answers())
                .isEqualTo(map("{'days':[{'a':'known','b':'y'},{'a':null,'b':null}]}"));
    }

    @Test
    void a_locked_list_keeps_its_rows() {
        String form = "{'type':'dynamiclist','path':'days','readonly':true,'validate':{'required':true},"
                + "'components':[{'type':'textfield','key':'a','validate':{'required':true}}]}";

        assertThat(check(form, "{'days':[{'a':'mine'},{'a':'mine'}]}", "{'days':[{'a':'known'}]}")
                        .answers())
                .isEqualTo(map("{'days':[{'a':'known'}]}"));
        assertThat(check(form, "{'days':'x'}").answers()).isEqualTo(map("{'days':[]}"));
    }

    @Test
    void a_hidden_list_is_dropped() {
        String form = "{'type':'dynamiclist','path':'days','conditional':{'hide':'=off'},'validate':{'required':true},"
                + "'components':[{'type':'textfield','key':'a'}]},{'type':'expression','key':'n','expression':'=count(days)'}";

        assertThat(check(form, "{'days':[{'a':'x'}]}", "{'off':true}").answers())
                .isEqualTo(map("{'n':0}"));
    }

    @Test
    void a_row_of_which_nothing_is_shown_comes_as_null() {
        String form = "{'type':'dynamiclist','path':'days','components':[{'type':'textfield','key':'a',"
                + "'conditional':{'hide':'=i[1] = 1'}}]}";

        assertThat(check(form, "{'days':[null,{'a':'x'}]}").answers()).isEqualTo(map("{'days':[{},{'a':'x'}]}"));
    }
}
