package org.peerexchange.programme.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;

class QuickReadingTests {

    private static final String FED =
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="drinks" name="Drinks" namespace="tea">
              <decision id="drink" name="Drink">
                <informationRequirement id="needs"><requiredDecision href="#season"/></informationRequirement>
                <decisionTable id="drinkTable">
                  <input id="in"><inputExpression id="ask" typeRef="string"><text>season</text></inputExpression></input>
                  <output id="out" name="drink" typeRef="string"/>
                  <rule id="cold"><inputEntry id="i1"><text>"winter"</text></inputEntry>
                    <outputEntry id="o1"><text>"tea"</text></outputEntry></rule>
                </decisionTable>
              </decision>
              <decision id="season" name="Season">
                <variable id="seasonIs" name="season" typeRef="string"/>
                <literalExpression id="says"><text>if month = 1 then "winter" else "summer"</text></literalExpression>
              </decision>
            </definitions>
            """;

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private static InputStream file(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aTableThatAnotherDecisionFeedsIsStillFed() {
        assertThat(engine.evaluateDecision(
                                engine.parseDecision("drink", QuickReading.table(file(FED))), Map.of("month", 1))
                        .getSingleResult()
                        .getEntryMap())
                .containsEntry("drink", "tea");
    }
}
