package org.peerexchange.mail;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What stands in an invitation, letter by letter. */
class CalendarPartTests {

    private static final Instant MADE = Instant.parse("2027-05-03T10:00:00Z");

    @Test
    void aCallIsAnHourInUniversalTime() {
        assertThat(lines(call("Follow-up call", false), "Ana"))
                .containsExactly(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Peer Exchange//Invitations//EN",
                        "METHOD:REQUEST",
                        "BEGIN:VEVENT",
                        "UID:EX-2027-014-call@example.org",
                        "SEQUENCE:2",
                        "DTSTAMP:20270503T100000Z",
                        "DTSTART:20270514T140000Z",
                        "DTEND:20270514T150000Z",
                        "SUMMARY:Follow-up call",
                        "DESCRIPTION:One\\nTwo\\, three\\; four",
                        "LOCATION:https://meet.example/a\\;b",
                        "URL:https://peers.example/",
                        "STATUS:CONFIRMED",
                        "ORGANIZER;CN=Peer Learning:mailto:hub@example.org",
                        "ATTENDEE;RSVP=FALSE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN=Ana:mailto:ana@example.org",
                        "END:VEVENT",
                        "END:VCALENDAR");
    }

    @Test
    void aVisitIsWholeDaysAndOverOnTheDayAfterTheLast() {
        assertThat(lines(visit(), "Ana"))
                .contains("DTSTART;VALUE=DATE:20270906", "DTEND;VALUE=DATE:20270910")
                .noneMatch(line -> line.startsWith("LOCATION"));
    }

    @Test
    void whatIsCancelledSaysSoInMethodAndState() {
        var cancelled = call("Follow-up call", true);
        assertThat(lines(cancelled, "Ana")).contains("METHOD:CANCEL", "STATUS:CANCELLED");
        assertThat(CalendarPart.type(cancelled)).isEqualTo("text/calendar; charset=UTF-8; method=CANCEL");
    }

    @Test
    void noLineIsLongerThan75OctetsInAnyScriptAndNoLetterIsCut() {
        var summary = "ნინო ბერიძე და Олена Ґудзь 🎈 ".repeat(9).strip();
        var part = part(call(summary, false), "Ana");
        assertThat(part).endsWith("\r\n").doesNotContain("\uFFFD");
        assertThat(Arrays.stream(part.split("\r\n")))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                .noneMatch(line -> line.contains("\n") || line.contains("\r"));
        assertThat(read(part).getSummary().getValue()).isEqualTo(summary);
    }

    @Test
    void aNameCannotAddALine() {
        for (var name : List.of("Zoë \"the\" Müller, <x>; a:b", "Eve\r\nMETHOD:CANCEL", "ნინო ბერიძე")) {
            var part = part(call("Call", false), name);
            assertThat(part.split("\r\n")).doesNotContain("METHOD:CANCEL");
            var attendees = read(part).getAttendees();
            assertThat(attendees).hasSize(1);
            assertThat(attendees.get(0).getCommonName()).isEqualTo(name.replace("\r\n", " "));
            assertThat(attendees.get(0).getEmail()).isEqualTo("ana@example.org");
        }
    }

    private static biweekly.component.VEvent read(String part) {
        return Biweekly.parse(part).first().getEvents().get(0);
    }

    private static List<String> lines(Invitation invitation, String name) {
        return List.of(part(invitation, name).replace("\r\n ", "").split("\r\n"));
    }

    private static String part(Invitation invitation, String name) {
        var reader = new Addressee(name, List.of("ana@example.org"), Locale.ENGLISH, ZoneId.of("Asia/Almaty"));
        return new String(CalendarPart.write(invitation, reader), StandardCharsets.UTF_8);
    }

    private static Invitation call(String summary, boolean cancelled) {
        var begins = Instant.parse("2027-05-14T14:00:00Z");
        return new Invitation(
                "EX-2027-014-call@example.org",
                2,
                cancelled,
                MADE,
                new Invitation.Entry(
                        summary,
                        "One\nTwo, three; four",
                        "https://meet.example/a;b",
                        null,
                        null,
                        begins,
                        begins.plusSeconds(3600),
                        "Peer Learning",
                        "hub@example.org",
                        URI.create("https://peers.example/")));
    }

    private static Invitation visit() {
        return new Invitation(
                "EX-2027-014-visit@example.org",
                0,
                false,
                MADE,
                new Invitation.Entry(
                        "Visit",
                        "",
                        null,
                        LocalDate.of(2027, 9, 6),
                        LocalDate.of(2027, 9, 9),
                        null,
                        null,
                        "Peer Learning",
                        "hub@example.org",
                        URI.create("https://peers.example/")));
    }
}
