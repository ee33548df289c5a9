package org.peerexchange.mail;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.ParticipationLevel;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;

/** Writes an invitation as RFC 5545 wants it. Moments are written in UTC, so that no calendar has to know the zone. */
final class CalendarPart {

    static final String FILE = "invitation.ics";

    private static final int LINE = 75;

    private CalendarPart() {}

    /** {@code text/calendar} with the method, by which mail programs know what it wants. */
    static String type(Invitation invitation) {
        return "text/calendar; charset=UTF-8; method=" + method(invitation).getValue();
    }

    static byte[] write(Invitation invitation, Addressee reader) {
        var calendar = new ICalendar();
        calendar.setProductId("-//Peer Exchange//Invitations//EN");
        calendar.setMethod(method(invitation));
        calendar.addEvent(event(invitation, reader));
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.setCaretEncodingEnabled(true);
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folded(text.toString()).getBytes(StandardCharsets.UTF_8);
    }

    private static Method method(Invitation invitation) {
        return invitation.cancelled() ? Method.cancel() : Method.request();
    }

    private static VEvent event(Invitation invitation, Addressee reader) {
        var entry = invitation.entry();
        var event = new VEvent();
        event.setUid(invitation.uid());
        event.setSequence(invitation.sequence());
        event.setDateTimeStamp(Date.from(invitation.stamp()));
        if (entry.begins() == null) {
            event.setDateStart(new DateStart(date(entry.firstDay()), false));
            // The day after the last one: an end is when something is over.
            event.setDateEnd(new DateEnd(date(entry.lastDay().plusDays(1)), false));
        } else {
            event.setDateStart(new DateStart(Date.from(entry.begins()), true));
            event.setDateEnd(new DateEnd(Date.from(entry.ends()), true));
        }
        event.setSummary(entry.summary());
        event.setDescription(entry.description());
        if (entry.place() != null) {
            event.setLocation(entry.place());
        }
        event.setUrl(entry.page().toString());
        event.setStatus(invitation.cancelled() ? Status.cancelled() : Status.confirmed());
        event.setOrganizer(new Organizer(entry.organizer(), entry.contact()));
        reader.addresses().forEach(address -> event.addAttendee(attendee(reader.name(), address)));
        return event;
    }

    /** Nobody has to answer: whoever cannot come says so to the programme. */
    private static Attendee attendee(String name, String address) {
        var attendee = new Attendee(name.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " "), address);
        attendee.setParticipationLevel(ParticipationLevel.REQUIRED);
        attendee.setParticipationStatus(ParticipationStatus.NEEDS_ACTION);
        attendee.setRsvp(false);
        return attendee;
    }

    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }

    /** No line is longer than 75 octets; the library counts letters, of which some take four. */
    private static String folded(String text) {
        var folded = new StringBuilder();
        var octets = 0;
        for (var letter : text.codePoints().toArray()) {
            var size = Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
            if (letter != '\r' && letter != '\n' && octets + size > LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.appendCodePoint(letter);
            octets = letter == '\n' ? 0 : octets + size;
        }
        return folded.toString();
    }
}
