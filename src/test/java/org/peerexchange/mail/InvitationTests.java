package org.peerexchange.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerexchange.ReceivedMail.bytes;
import static org.peerexchange.ReceivedMail.calendar;
import static org.peerexchange.ReceivedMail.event;
import static org.peerexchange.ReceivedMail.leaves;

import biweekly.component.VEvent;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.ReceivedMail;
import org.peerexchange.RunningExchange;
import org.peerexchange.Scenario;
import org.peerexchange.people.Person;
import org.peerexchange.programme.Case;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What an exchange brings to the calendars of its people, as their mail programs read it. */
@PeerExchangeTest
class InvitationTests {

    private static final String MENTEE = "person.mentee@example.org";

    @Autowired
    Scenario scenario;

    @Autowired
    RunningExchange exchange;

    @Autowired
    ReceivedMail received;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcTemplate db;

    @Autowired
    TransactionTemplate transaction;

    private Case pair;

    @BeforeEach
    void aPairIsAgreed() {
        pair = exchange.agreed();
        received.isForgotten();
    }

    @Test
    void theVisitComesAsWholeDaysBesideTheTextAndAsAFile() throws Exception {
        exchange.isBooked();

        MimeMessage mail = received.newest(MENTEE, "is booked");
        List<Part> parts = leaves(mail);
        assertThat(parts)
                .extracting(InvitationTests::kind)
                .containsExactly("text/plain", "text/html", "text/calendar", "application/ics");
        assertThat(parts.get(2).getContentType()).contains("method=REQUEST").contains("charset=UTF-8");
        assertThat(parts.get(3).getFileName()).isEqualTo("invitation.ics");
        assertThat(bytes(parts.get(3))).isEqualTo(bytes(parts.get(2)));

        VEvent visit = event(mail);
        assertThat(visit.getUid().getValue()).isEqualTo(pair.number() + "-visit@localhost");
        assertThat(visit.getSequence().getValue()).isZero();
        assertThat(calendar(mail))
                .contains("DTSTART;VALUE=DATE:%tY0906\r\n".formatted(exchange.day(9, 6)))
                .contains("DTEND;VALUE=DATE:%tY0910\r\n".formatted(exchange.day(9, 6)));
        assertThat(visit.getSummary().getValue()).isEqualTo("Visit: " + pair.title());
        assertThat(visit.getLocation().getValue()).isEqualTo("Exampletown");
        assertThat(visit.getOrganizer().getEmail()).isEqualTo("exchange@hub.example");
        assertThat(visit.getAttendees()).singleElement().satisfies(one -> assertThat(one.getEmail())
                .isEqualTo(MENTEE));
        assertThat(calendar(mail)).doesNotContain("/p/");
    }

    @Test
    void anotherPlanUpdatesTheVisitAndTheSameDaysChangeNothing() throws Exception {
        exchange.isBooked();
        changesThePlan(exchange.plan(false));
        assertThat(event(received.newest(MENTEE, "is booked")).getSequence().getValue())
                .isZero();

        Map<String, Object> elsewhere = new HashMap<>(exchange.plan(false));
        elsewhere.put("place", "Sampleville");
        changesThePlan(elsewhere);
        VEvent moved = event(received.newest(MENTEE, "is booked"));
        assertThat(moved.getSequence().getValue()).isEqualTo(1);
        assertThat(moved.getLocation().getValue()).isEqualTo("Sampleville");
        assertThat(moved.getUid().getValue()).isEqualTo(pair.number() + "-visit@localhost");
    }

    private void changesThePlan(Map<String, Object> plan) {
        scenario.tells(pair, "mentor", "planChange", "change-plan", Map.of("what", "Something else, please."));
        scenario.staffCompletes(
                pair,
                "userTask_reviewBookings",
                Map.of("transport", "kept", "lodging", "kept", "insurance", "kept", "lost", 0));
        scenario.answers(pair, "mentee", plan);
        scenario.answers(pair, "mentor", plan);
        exchange.hubApproves();
        scenario.answers(pair, "traveller", exchange.travelDetails("not-needed"));
        scenario.staffCompletes(pair, "userTask_bookTravel", exchange.booking());
    }

    @Test
    void aPostponedVisitLeavesTheCalendarsOnceAndComesBackWithItsNewDays() throws Exception {
        exchange.isBooked();
        trouble("postpone");
        MimeMessage mail = received.newest(MENTEE, "is postponed");
        assertThat(leaves(mail).get(2).getContentType()).contains("method=CANCEL");
        VEvent cancelled = event(mail);
        assertThat(cancelled.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(cancelled.getSequence().getValue()).isEqualTo(1);
        assertThat(cancelled.getUid().getValue()).isEqualTo(pair.number() + "-visit@localhost");

        Map<String, Object> later = exchange.plan(exchange.day(10, 4), false);
        cancelsTheBookings();
        scenario.answers(pair, "mentee", later);
        scenario.answers(pair, "mentor", later);
        exchange.hubApproves();
        scenario.answers(pair, "traveller", exchange.travelDetails("not-needed"));
        Map<String, Object> booking = new HashMap<>(exchange.booking());
        booking.put("outboundOn", exchange.day(10, 3).toString());
        booking.put("returnOn", exchange.day(10, 8).toString());
        scenario.staffCompletes(pair, "userTask_bookTravel", booking);
        assertThat(event(received.newest(MENTEE, "is booked")).getSequence().getValue())
                .isEqualTo(2);
    }

    @Test
    void whoeverWasNotInvitedHasNothingCancelled() throws Exception {
        exchange.isPlanned(false);
        trouble("close");
        assertThat(leaves(received.newest(MENTEE, "ends here")))
                .extracting(InvitationTests::kind)
                .containsExactly("text/plain", "text/html");

        pair = exchange.agreed();
        exchange.isBooked();
        trouble("postpone");
        cancelsTheBookings();
        trouble("close");
        assertThat(leaves(received.newest(MENTEE, "is postponed"))).hasSize(4);
        assertThat(leaves(received.newest(MENTEE, "ends here"))).hasSize(2);
    }

    private void cancelsTheBookings() {
        scenario.staffCompletes(
                pair,
                "userTask_cancelBookings",
                Map.of("transportCancelled", true, "lodgingCancelled", true, "insuranceCancelled", true, "lost", 0));
    }

    private void trouble(String howToGoOn) {
        scenario.tells(pair, "mentor", "trouble", "report-trouble", exchange.trouble("other"));
        scenario.staffCompletes(
                pair, "userTask_decideHowToGoOn", Map.of("howToGoOn", howToGoOn, "reason", "It cannot be helped."));
    }

    @Test
    void theCallIsAnHourInTheProgrammesZoneAndAnotherDateMovesIt() throws Exception {
        scenario.itIs(exchange.day(10, 1));
        exchange.runs("follow-up-call", Map.of());
        LocalDate first = exchange.day(10, 12);
        agreesOn(first);
        VEvent call = event(received.newest(MENTEE, "is agreed"));
        assertThat(call.getDateStart().getValue().toInstant()).isEqualTo(at(first, "16:00"));
        assertThat(call.getDateEnd().getValue().toInstant()).isEqualTo(at(first, "17:00"));
        assertThat(calendar(received.newest(MENTEE, "is agreed"))).contains("T140000Z");

        scenario.passesUntil(first.plusDays(2));
        scenario.answers(pair, "mentee", Map.of("callHeld", false, "note", "Nobody came."));
        scenario.staffCompletes(
                pair, "userTask_decideOnCall", Map.of("callDecision", "again", "note", "Please try again."));
        LocalDate second = exchange.day(11, 20);
        agreesOn(second);
        VEvent moved = event(received.newest(MENTEE, "is agreed"));
        assertThat(moved.getDateStart().getValue().toInstant()).isEqualTo(at(second, "16:00"));
        assertThat(moved.getSequence().getValue()).isEqualTo(1);
        assertThat(moved.getUid()).isEqualTo(call.getUid());
        assertThat(calendar(received.newest(MENTEE, "is agreed"))).contains("T150000Z");
    }

    private void agreesOn(LocalDate day) {
        scenario.answers(pair, "mentee", exchange.proposedCall(day));
        scenario.answers(pair, "mentor", Map.of("callAnswer", "agree"));
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(java.time.LocalTime.parse(time))
                .atZone(ZoneId.of("Europe/Warsaw"))
                .toInstant();
    }

    @Test
    void whatIsSentOnceMoreIsTheSameToTheByteWhateverHasChangedMeanwhile() throws Exception {
        exchange.runs("follow-up-call", Map.of());
        agreesOn(exchange.day(6, 20));
        byte[] sent = bytes(leaves(received.newest(MENTEE, "is agreed")).get(2));

        exchange.knows("propose-call", exchange.proposedCall(exchange.day(7, 1)));
        received.isForgotten();
        db.update("update app.mails set state = 'waiting' where text = 'call-agreed'");
        scenario.itIs(exchange.day(6, 19));
        assertThat(bytes(leaves(received.newest(MENTEE, "is agreed")).get(2))).isEqualTo(sent);
    }

    @Test
    void theSameMailAskedForTwiceCountsOnce() {
        exchange.knows("propose-call", exchange.proposedCall(exchange.day(6, 20)));
        Person mentee = scenario.person("Person mentee");
        invite("k1", mentee);
        exchange.knows("propose-call", exchange.proposedCall(exchange.day(6, 21)));
        invite("k1", mentee);
        assertThat(sequence()).isZero();
        invite("k2", mentee);
        assertThat(sequence()).isEqualTo(1);
    }

    @Test
    void nobodyIsInvitedWithoutADayOrToWhatIsNoOccasion() {
        Person mentee = scenario.person("Person mentee");
        assertThatThrownBy(() -> invite("k1", mentee)).hasMessageContaining("proposeCall.callOn is not known");
        assertThatThrownBy(() -> add("k1", mentee, "picnic")).hasMessageContaining("no occasion \"picnic\"");
        assertThat(outbox.sentTo(pair.number())).isEmpty();
    }

    @Test
    void aCorrectedAddressIsInvitedInItsNewPlaceAndKeepsItsEntry() throws Exception {
        exchange.knows("propose-call", exchange.proposedCall(exchange.day(6, 20)));
        Person wrong = scenario.person("Wrong " + pair.number());
        Person right = scenario.person("Right " + pair.number());
        invite("k1", wrong);
        db.update("update app.mails set state = 'failed'");
        outbox.sendAgain(outbox.sentTo(pair.number()).get(0).id(), right.email());

        MimeMessage mail = received.newest(right.email(), "is agreed");
        assertThat(event(mail).getAttendees().get(0).getEmail()).isEqualTo(right.email());
        exchange.knows("propose-call", exchange.proposedCall(exchange.day(6, 21)));
        invite("k2", right);
        assertThat(sequence()).isEqualTo(1);
    }

    private void invite(String key, Person person) {
        add(key, person, "call");
    }

    private void add(String key, Person person, String occasion) {
        transaction.executeWithoutResult(status -> outbox.add(new MailRequest(
                "exchange",
                pair.number(),
                key + pair.number(),
                "call-agreed",
                Recipient.person(person.id()),
                null,
                Map.of(),
                new MailRequest.Occasion(occasion, false))));
    }

    private int sequence() {
        return db.queryForObject(
                "select max(sequence) from app.invitations where case_number = ?", Integer.class, pair.number());
    }

    private static String kind(Part part) {
        try {
            return part.getContentType().replaceAll(";.*", "").strip().replaceAll("(?s)\\s.*", "");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
