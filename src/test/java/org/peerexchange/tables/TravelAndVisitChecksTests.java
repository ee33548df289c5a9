package org.peerexchange.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerexchange.tables.Checks.with;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TravelAndVisitChecksTests {

    private static final LocalDate START = LocalDate.of(2027, 9, 6);

    private final Checks booking = new Checks("book-travel-checks");
    private final Checks approval = new Checks("approve-plan-checks");
    private final Checks end = new Checks("confirm-visit-end-checks");

    private final Map<String, Object> planned =
            with(Map.of(), "activityPlan.visitStart", START, "activityPlan.visitEnd", START.plusDays(3));

    private final Map<String, Object> flight = with(
            planned,
            "today",
            START.minusDays(60),
            "answers.mode",
            "flight",
            "answers.transportClass",
            "economy",
            "answers.insuranceProvider",
            "Example Insurance, policy 17",
            "answers.insuranceAmount",
            12.5,
            "answers.lodgingNights",
            4,
            "answers.outboundOn",
            START.minusDays(1),
            "answers.returnOn",
            START.plusDays(3));

    private final Map<String, Object> ended = with(
            planned, "today", START.plusDays(4), "answers.endedOn", START.plusDays(3), "answers.earlyReason", null);

    private final Map<String, Object> approved = with(
            planned, "today", START.minusDays(20), "answers.hubDecision", "approve", "activityPlan.visaNeeded", "no");

    @Test
    void aPlanIsApprovedOnlyWhileItsVisitIsInTheFuture() {
        assertThat(approval.complaints(approved)).isEmpty();
        assertThat(approval.fields(with(approved, "today", START.minusDays(1)))).isEmpty();
        assertThat(approval.complaints(with(approved, "today", START)))
                .singleElement()
                .asString()
                .contains("Please ask for changes");
        assertThat(approval.fields(with(approved, "today", START, "answers.hubDecision", "changes")))
                .isEmpty();
    }

    @Test
    void aPlanWhoseTravellerMayNeedAVisaIsApprovedEarlyEnough() {
        assertThat(approval.fields(with(approved, "activityPlan.visaNeeded", "unknown")))
                .containsExactly("hubDecision");
        assertThat(approval.fields(with(approved, "activityPlan.visaNeeded", "yes")))
                .containsExactly("hubDecision");
        assertThat(approval.fields(with(approved, "activityPlan.visaNeeded", "yes", "today", START.minusDays(45))))
                .isEmpty();
    }

    @Test
    void anEconomyFlightWithInsurancePasses() {
        assertThat(booking.complaints(flight)).isEmpty();
    }

    @Test
    void flightsAreEconomy() {
        assertThat(booking.fields(with(flight, "answers.transportClass", "business")))
                .containsExactly("transportClass");
        assertThat(booking.fields(with(
                        flight,
                        "answers.transportClass",
                        "first",
                        "answers.mode",
                        "train",
                        "answers.insuranceProvider",
                        null,
                        "answers.insuranceAmount",
                        null)))
                .isEmpty();
    }

    @Test
    void whoeverDoesNotFlyIsNotInsured() {
        Map<String, Object> train = with(flight, "answers.mode", "train", "answers.transportClass", null);
        assertThat(booking.fields(train)).containsExactly("insuranceProvider");
        assertThat(booking.fields(with(train, "answers.insuranceProvider", null, "answers.insuranceAmount", null)))
                .isEmpty();
    }

    @Test
    void whoeverFliesIsInsured() {
        assertThat(booking.fields(with(flight, "answers.insuranceProvider", "")))
                .containsExactly("insuranceProvider");
        assertThat(booking.fields(with(flight, "answers.insuranceAmount", null)))
                .containsExactly("insuranceProvider");
        assertThat(booking.fields(with(
                        flight,
                        "answers.mode",
                        "bus",
                        "answers.insuranceProvider",
                        null,
                        "answers.insuranceAmount",
                        null)))
                .isEmpty();
    }

    @Test
    void lodgingIsForTheVisitAndOneNightMore() {
        assertThat(booking.fields(with(flight, "answers.lodgingNights", 5))).containsExactly("lodgingNights");
    }

    @Test
    void theJourneyFitsTheVisit() {
        assertThat(booking.fields(with(flight, "answers.outboundOn", START.plusDays(1))))
                .containsExactly("outboundOn");
        assertThat(booking.fields(with(flight, "answers.returnOn", START.plusDays(2))))
                .containsExactly("returnOn");
        assertThat(booking.fields(with(flight, "today", START))).containsExactly("outboundOn");
    }

    @Test
    void aVisitThatEndedAsPlannedPasses() {
        assertThat(end.complaints(ended)).isEmpty();
    }

    @Test
    void aVisitDoesNotEndBeforeItBeginsOrInTheFuture() {
        assertThat(end.fields(with(ended, "answers.endedOn", START.minusDays(1))))
                .containsExactly("endedOn");
        assertThat(end.fields(with(ended, "answers.endedOn", START.plusDays(5))))
                .containsExactly("endedOn");
    }

    @Test
    void anEarlyEndIsNotedWithItsReason() {
        Map<String, Object> early = with(ended, "answers.endedOn", START.plusDays(1));
        assertThat(end.fields(early)).containsExactly("earlyReason");
        assertThat(end.fields(with(early, "answers.earlyReason", "Illness"))).isEmpty();
    }
}
