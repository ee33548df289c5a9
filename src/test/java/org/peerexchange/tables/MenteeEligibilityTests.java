package org.peerexchange.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Domain A5 and A6, rule by rule. */
class MenteeEligibilityTests {

    private static Table developingUserGroupAtAMeeting() {
        return Table.of("mentee-eligibility")
                .with("community.type", "user-group")
                .with("community.gsf", false)
                .with("community.ceeMeetings", 1)
                .with("cycle.eligibilityRule", "and")
                .with("menteeApplication.maturity", "developing")
                .with("menteeApplication.goalOutsideExpertise", "no")
                .with("menteeApplication.problem", "We do not know how to run a general assembly.");
    }

    @Test
    void aDevelopingAffiliateThatTookPartInAMeetingIsEligible() {
        Table table = developingUserGroupAtAMeeting();
        assertThat(table.outcome()).isEqualTo("eligible");
        assertThat(table.says("reason"))
                .containsExactly(
                        "It is a developing affiliate that does not receive the General Support Fund.",
                        "It took part in a CEE Meeting in the last 3 years.");
    }

    @Test
    void whereBothAreAskedADevelopingAffiliateWithoutAMeetingIsNotEligible() {
        assertThat(developingUserGroupAtAMeeting()
                        .with("community.ceeMeetings", 0)
                        .outcome())
                .isEqualTo("not-eligible");
    }

    @Test
    void whereOneOfTheTwoIsEnoughADevelopingAffiliateWithoutAMeetingIsEligible() {
        assertThat(developingUserGroupAtAMeeting()
                        .with("community.ceeMeetings", 0)
                        .with("cycle.eligibilityRule", "or")
                        .outcome())
                .isEqualTo("eligible");
    }

    @ParameterizedTest
    @CsvSource({"and, 2, not-eligible", "or, 2, eligible", "or, 0, not-eligible", "and, 0, not-eligible"})
    void anInformalCommunityIsEligibleOnlyByAMeetingAndWhereOneOfTheTwoIsEnough(
            String rule, int meetings, String outcome) {
        assertThat(developingUserGroupAtAMeeting()
                        .with("community.type", "informal")
                        .with("community.ceeMeetings", meetings)
                        .with("cycle.eligibilityRule", rule)
                        .outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"yes, eligible", "no, not-eligible"})
    void anEstablishedAffiliateIsEligibleOnlyForAGoalOutsideItsExpertise(String outside, String outcome) {
        assertThat(developingUserGroupAtAMeeting()
                        .with("community.type", "chapter")
                        .with("menteeApplication.maturity", "established")
                        .with("menteeApplication.goalOutsideExpertise", outside)
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void withoutAStatedNeedNobodyIsEligible() {
        assertThat(developingUserGroupAtAMeeting()
                        .with("menteeApplication.problem", "Help.")
                        .outcome())
                .isEqualTo("not-eligible");
    }

    @ParameterizedTest
    @CsvSource({"and", "or"})
    void whoReceivesTheGeneralSupportFundIsNeverEligibleWhateverElseIsTrue(String rule) {
        Table table =
                developingUserGroupAtAMeeting().with("community.gsf", true).with("cycle.eligibilityRule", rule);
        assertThat(table.outcome()).isEqualTo("not-eligible");
        assertThat(table.says("reason"))
                .endsWith("It receives the General Support Fund; such a community is never a mentee.");
    }

    @ParameterizedTest
    @CsvSource({"chapter", "user-group", "informal"})
    void someRuleFitsEveryCommunity(String type) {
        for (boolean gsf : new boolean[] {true, false}) {
            for (int meetings = 0; meetings < 2; meetings++) {
                for (String rule : new String[] {"and", "or"}) {
                    for (String maturity : new String[] {"new", "developing", "established"}) {
                        for (String outside : new String[] {"yes", "no"}) {
                            assertThat(developingUserGroupAtAMeeting()
                                            .with("community.type", type)
                                            .with("community.gsf", gsf)
                                            .with("community.ceeMeetings", meetings)
                                            .with("cycle.eligibilityRule", rule)
                                            .with("menteeApplication.maturity", maturity)
                                            .with("menteeApplication.goalOutsideExpertise", outside)
                                            .outcome())
                                    .as("%s %s %s %s %s %s", type, gsf, meetings, rule, maturity, outside)
                                    .isNotNull();
                        }
                    }
                }
            }
        }
    }
}
