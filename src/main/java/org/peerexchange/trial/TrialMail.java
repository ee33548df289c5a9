package org.peerexchange.trial;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A mail as its reader sees it. */
record TrialMail(
        int number,
        String from,
        String to,
        String subject,
        Instant sent,
        String text,
        String html,
        List<Attachment> attachments) {

    record Attachment(String name, String type, byte[] content) {}

    static TrialMail read(int number, MimeMessage message) throws MessagingException, IOException {
        Parts parts = new Parts();
        parts.collect(message);
        return new TrialMail(
                number,
                addresses(message.getFrom()),
                addresses(message.getAllRecipients()),
                message.getSubject() == null ? "" : message.getSubject(),
                message.getSentDate() == null
                        ? Instant.EPOCH
                        : message.getSentDate().toInstant(),
                parts.text,
                parts.html,
                parts.attachments);
    }

    /** Case numbers stand in subject and text, addresses in the head. */
    boolean mentions(String words) {
        String everything = String.join("\n", from, to, subject, text).toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).trim().split("\\s+")).allMatch(everything::contains);
    }

    private static String addresses(Address[] addresses) {
        if (addresses == null) {
            return "";
        }
        return Arrays.stream(addresses)
                .map(address ->
                        address instanceof InternetAddress internet ? internet.toUnicodeString() : address.toString())
                .collect(Collectors.joining(", "));
    }

    private static final class Parts {

        private String text = "";
        private String html = "";
        private final List<Attachment> attachments = new ArrayList<>();

        private void collect(Part part) throws MessagingException, IOException {
            if (part.isMimeType("multipart/*")) {
                Multipart multipart = (Multipart) part.getContent();
                for (int i = 0; i < multipart.getCount(); i++) {
                    BodyPart inner = multipart.getBodyPart(i);
                    collect(inner);
                }
            } else if (part.getFileName() != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                String name = part.getFileName() == null ? "attachment" : MimeUtility.decodeText(part.getFileName());
                attachments.add(new Attachment(
                        name,
                        part.getContentType().split(";")[0].trim(),
                        part.getInputStream().readAllBytes()));
            } else if (part.isMimeType("text/html")) {
                html = (String) part.getContent();
            } else if (part.isMimeType("text/plain")) {
                text = (String) part.getContent();
            } else {
                attachments.add(new Attachment(
                        "part-" + (attachments.size() + 1),
                        part.getContentType().split(";")[0].trim(),
                        part.getInputStream().readAllBytes()));
            }
        }
    }
}
