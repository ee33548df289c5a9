package org.peerexchange.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.peerexchange.people.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StringUtils;
import org.thymeleaf.exceptions.TemplateProcessingException;

/**
 * Sends what is due. No transaction is open while the mail server is spoken to: one claims the mail, another one says what
 * became of it. A crash between the two sends the mail again under the same Message-ID, so that its reader sees it once;
 * nothing else sends a mail twice. Any number of dispatchers may run.
 */
@Component
@EnableConfigurationProperties(MailSettings.class)
public class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private static final int MARKING_TRIES = 60;

    private final Outbox outbox;
    private final Recipients recipients;
    private final CaseWords words;
    private final LetterWriter writer;
    private final JavaMailSender server;
    private final MailTrouble trouble;
    private final MailSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Dispatcher(
            Outbox outbox,
            Recipients recipients,
            CaseWords words,
            LetterWriter writer,
            ObjectProvider<JavaMailSender> servers,
            MailTrouble trouble,
            MailSettings settings,
            Clock clock,
            TransactionTemplate transaction) {
        this.outbox = outbox;
        this.recipients = recipients;
        this.words = words;
        this.writer = writer;
        this.server = servers.getIfAvailable();
        if (server == null || server instanceof JavaMailSenderImpl named && !StringUtils.hasText(named.getHost())) {
            throw new CannotStart("Set SPRING_MAIL_HOST to the mail server that mails are sent with,"
                    + " and SPRING_MAIL_PORT, SPRING_MAIL_USERNAME and SPRING_MAIL_PASSWORD if it needs them.");
        }
        this.trouble = trouble;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Sends everything that is due now. */
    public void dispatch() {
        for (var mail = claim(); mail != null; mail = claim()) {
            send(mail);
        }
    }

    private Mail claim() {
        return outbox.claim(clock.instant().plus(settings.claim())).orElse(null);
    }

    private void send(Mail mail) {
        Letter letter = null;
        try {
            if (!writer.isWanted(mail)) {
                outbox.notWanted(mail);
                return;
            }
            var addressee =
                    writer.addressed(mail, recipients.addressee(mail.to(), mail.programme(), mail.caseNumber()));
            var about = words.about(mail.caseNumber(), mail.to(), addressee.language());
            letter = writer.write(mail, addressee, about);
            var to = to(addressee);
            if (to.isEmpty()) {
                fail(mail.because("no address is known for " + mail.to()), letter, true);
                return;
            }
            server.send(message(mail, addressee, to, letter, about));
        } catch (AddressException e) {
            fail(mail.because("the address is not one that mail can be sent to"), letter, true);
            return;
        } catch (WrongText | TemplateProcessingException | MessagingException e) {
            fail(mail.because("the mail cannot be written: " + e.getMessage()), letter, false);
            return;
        } catch (MailException e) {
            refused(mail, letter, e);
            return;
        } catch (RuntimeException e) {
            LOG.warn("Mail {} of {} is tried again later", mail.id(), mail.caseNumber(), e);
            later(mail.because(withoutAddresses(e.toString())), letter);
            return;
        }
        sent(mail, letter, null);
    }

    /** The mail server has the mail: if the database is away for a moment, wait for it rather than send once more. */
    private void sent(Mail mail, Letter letter, String remark) {
        for (var tries = 1; ; tries++) {
            try {
                outbox.sent(mail, letter, remark);
                return;
            } catch (DataAccessException | TransactionException e) {
                if (tries == MARKING_TRIES) {
                    throw e;
                }
                LOG.warn("Mail {} is sent but cannot be marked as sent yet: {}", mail.id(), e.getMessage());
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
        }
    }

    private void refused(Mail mail, Letter letter, MailException cause) {
        var causes = causes(cause);
        var error = mail.because(withoutAddresses(causes.get(causes.size() - 1).getMessage()));
        if (causes.stream().anyMatch(each -> count(each, SendFailedException::getValidSentAddresses) > 0)) {
            sent(mail, letter, "not to everybody: " + error.lastError());
        } else if (causes.stream().anyMatch(each -> count(each, SendFailedException::getInvalidAddresses) > 0)) {
            fail(error, letter, true);
        } else {
            later(error, letter);
        }
    }

    private void later(Mail mail, Letter letter) {
        if (mail.attempts() > settings.backoff().size()) {
            fail(mail, letter, false);
        } else {
            outbox.retry(mail, clock.instant().plus(settings.backoff().get(mail.attempts() - 1)));
        }
    }

    private void fail(Mail mail, Letter letter, boolean addressRefused) {
        LOG.warn("Mail {} of {} cannot be delivered: {}", mail.id(), mail.caseNumber(), mail.lastError());
        transaction.executeWithoutResult(status -> {
            if (outbox.fail(mail, letter == null ? null : letter.subject())) {
                if (addressRefused && mail.to().isAddress()) {
                    // Mistyped or given up: whoever asked for the change sees on their page that it waits; staff can do
                    // nothing.
                    outbox.giveUp(mail.id());
                } else {
                    trouble.undeliverable(mail, addressRefused);
                }
            }
        });
    }

    private MimeMessage message(
            Mail mail, Addressee addressee, List<InternetAddress> to, Letter letter, Map<String, Object> about)
            throws MessagingException {
        var message = server.createMimeMessage();
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        var programme = (Map<?, ?>) about.get("programme");
        helper.setFrom(named(new InternetAddress(settings.from()), (String) programme.get("name")));
        helper.setReplyTo((String) programme.get("contact"));
        helper.setTo(to.toArray(InternetAddress[]::new));
        helper.setSubject(letter.subject());
        helper.setText(letter.plain(), letter.html());
        if (mail.invitation() != null) {
            attach(mail.invitation(), addressee, helper);
        }
        helper.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", "<%s@%s>".formatted(mail.id(), settings.domain()));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", "<%s>".formatted(letter.unsubscribe()));
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.setHeader("Content-Language", addressee.language().toLanguageTag());
        return message;
    }

    /** Mail programs that know invitations read it beside the text; for the others it is a file. */
    private static void attach(Invitation invitation, Addressee addressee, MimeMessageHelper helper)
            throws MessagingException {
        var calendar = CalendarPart.write(invitation, addressee);
        var beside = new MimeBodyPart();
        beside.setDataHandler(new DataHandler(new ByteArrayDataSource(calendar, CalendarPart.type(invitation))));
        alternatives(helper.getMimeMultipart()).addBodyPart(beside);
        helper.addAttachment(CalendarPart.FILE, new ByteArrayDataSource(calendar, "application/ics"));
    }

    private static MimeMultipart alternatives(MimeMultipart text) throws MessagingException {
        try {
            return (MimeMultipart) text.getBodyPart(0).getContent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<InternetAddress> to(Addressee addressee) throws AddressException {
        var to = new ArrayList<InternetAddress>();
        for (var address : addressee.addresses()) {
            to.add(named(new InternetAddress(address, true), addressee.name()));
        }
        return to;
    }

    private static InternetAddress named(InternetAddress address, String name) {
        try {
            address.setPersonal(oneLine(name), StandardCharsets.UTF_8.name());
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String oneLine(Object name) {
        return name == null
                ? null
                : name.toString().replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ").strip();
    }

    /** Jakarta Mail hangs the refusal of each address behind the refusal of the message, outside {@code getCause}. */
    private static List<Throwable> causes(MailException thrown) {
        var causes = new ArrayList<Throwable>();
        causes.add(thrown);
        if (thrown instanceof MailSendException several) {
            causes.addAll(List.of(several.getMessageExceptions()));
        }
        for (var i = 0; i < causes.size() && causes.size() < 20; i++) {
            var next = causes.get(i) instanceof MessagingException mail
                    ? mail.getNextException()
                    : causes.get(i).getCause();
            if (next != null && !causes.contains(next)) {
                causes.add(next);
            }
        }
        return causes;
    }

    private static int count(Throwable cause, Function<SendFailedException, Address[]> addresses) {
        var found = cause instanceof SendFailedException refusal ? addresses.apply(refusal) : null;
        return found == null ? 0 : found.length;
    }

    private static String withoutAddresses(String error) {
        return error == null
                ? "the mail server gave no reason"
                : error.replaceAll("[^\\s<>\"']+@[^\\s<>\"']+", "<address>").strip();
    }
}
