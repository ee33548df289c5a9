package org.peerexchange.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tasklist shows forms with an older form-js, which not every form is fit for. */
class StaffFormsTests {

    private static final JsonMapper JSON = new JsonMapper();

    static List<Path> staffForms() {
        return FormFiles.ofStaff();
    }

    @Test
    void thereAreSome() {
        assertThat(staffForms()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("staffForms")
    void aStaffFormHasNothingThatTasklistCannotShow(Path file) throws JsonProcessingException {
        JsonNode form = JSON.readTree(FormFiles.read(file));
        assertThat(form.path("schemaVersion").asInt()).isBetween(1, 16);
        assertThat(form.findValuesAsText("type")).doesNotContain("filepicker", "dynamiclist");
    }

    @Test
    void tasklistChecksNoFieldThatCanBeHidden() throws JsonProcessingException {
        JsonNode form = JSON.readTree(
                Forms.json(
                        """
                {'type':'textfield','key':'a','label':'A','validate':{'required':true}},
                {'type':'datetime','key':'b','dateLabel':'B','validate':{'required':true},'conditional':{'hide':'=a = null'}},
                {'type':'group','conditional':{'hide':'=a = null'},'components':[
                    {'type':'number','key':'c','label':'C','decimalDigits':2,'validate':{'min':3}}]}"""));

        TasklistForm.fit(form);

        assertThat(form.path("components"))
                .isEqualTo(JSON.readTree(
                                Forms.json(
                                        """
                                {'type':'textfield','key':'a','label':'A','validate':{'required':true}},
                                {'type':'datetime','key':'b','dateLabel':'B*','conditional':{'hide':'=a = null'}},
                                {'type':'group','conditional':{'hide':'=a = null'},'components':[
                                    {'type':'number','key':'c','label':'C'}]}"""))
                        .path("components"));
    }
}
