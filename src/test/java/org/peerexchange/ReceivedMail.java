package org.peerexchange;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peerexchange.mail.Dispatcher;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people find in their mailboxes, once everything that waits has been sent. */
@TestComponent
public class ReceivedMail {

    private final Dispatcher dispatcher;
    private final GreenMail server;
    private final JdbcTemplate jdbc;

    ReceivedMail(Dispatcher dispatcher, GreenMail server, JdbcTemplate jdbc) {
        this.dispatcher = dispatcher;
        this.server = server;
        this.jdbc = jdbc;
    }

    /** Nothing waits to be sent, and nobody has got anything yet. */
    public void isForgotten() {
        jdbc.update("update app.mails set state = 'given_up' where state = 'waiting'");
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What has come for this address, the oldest first. */
    public List<MimeMessage> to(String address) {
        return all().stream().filter(mail -> isTo(mail, address)).toList();
    }

    public List<MimeMessage> all() {
        dispatcher.dispatch();
        return List.of(server.getReceivedMessages());
    }

    /** The same, each as its subject and its text. */
    public List<String> textsTo(String address) {
        return to(address).stream()
                .map(mail -> subject(mail) + "\n" + text(mail))
                .toList();
    }

    /** The newest mail to this address with these words in its subject. */
    public MimeMessage newest(String address, String subject) {
        return to(address).stream()
                .filter(mail -> subject(mail).contains(subject))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError(
                        "No mail \"%s\" to %s; there are: %s".formatted(subject, address, textsTo(address))));
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.stream(mail.getAllRecipients())
                    .map(ReceivedMail::address)
                    .anyMatch(address::equals);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String address(Address recipient) {
        return ((InternetAddress) recipient).getAddress();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is to be read in a mail, without its pictures and its calendar. */
    public static String text(MimeMessage mail) {
        return new String(bytes(leaves(mail).get(0)), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /** The path of the first link in a mail that begins so, such as {@code /my/}. */
    public static String linkIn(String mail, String path) {
        Matcher link =
                Pattern.compile("http://localhost(" + path + "[A-Za-z0-9_-]+)").matcher(mail);
        assertThat(link.find()).as(mail).isTrue();
        return link.group(1);
    }

    /** The same of what stands after these words. */
    public static String linkAfter(String mail, String words, String path) {
        assertThat(mail).contains(words);
        return linkIn(mail.substring(mail.indexOf(words)), path);
    }

    /** What a mail brings to its reader's calendar. */
    public static VEvent event(MimeMessage mail) {
        ICalendar calendar = Biweekly.parse(calendar(mail)).first();
        assertThat(calendar.validate(ICalVersion.V2_0)).isEmpty();
        assertThat(calendar.getEvents()).hasSize(1);
        return calendar.getEvents().get(0);
    }

    /** The same as it was sent. */
    public static String calendar(MimeMessage mail) {
        return new String(bytes(leaves(mail).get(2)), StandardCharsets.UTF_8);
    }

    /** The parts of a mail that hold something, in their order. */
    public static List<Part> leaves(Part part) {
        try {
            List<Part> leaves = new ArrayList<>();
            if (part.getContent() instanceof Multipart several) {
                for (int i = 0; i < several.getCount(); i++) {
                    leaves.addAll(leaves(several.getBodyPart(i)));
                }
            } else {
                leaves.add(part);
            }
            return leaves;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] bytes(Part part) {
        try {
            return part.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
