package org.peerexchange.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.thymeleaf.exceptions.TemplateProcessingException;

/**
 * Sends what is due. No transaction is open while the mail server is spoken to: one claims the mail, another one says what
 * became of it. A crash between the two sends the mail again under the same Message-ID, so that its reader sees it once;
 * nothing else sends a mail twice. Any number of dispatchers may run.
 */
@Component
@EnableConfigurationProperties(MailSettings.class)
class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Outbox outbox;
    private final Recipients recipients;
    private final LetterWriter writer;
    private final JavaMailSender server;
    private final MailTrouble trouble;
    private final MailSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Dispatcher(
            Outbox outbox,
            Recipients recipients,
            LetterWriter writer,
            JavaMailSender server,
            MailTrouble trouble,
            MailSettings settings,
            Clock clock,
            TransactionTemplate transaction) {
        this.outbox = outbox;
        this.recipients = recipients;
        this.writer = writer;
        this.server = server;
        this.trouble = trouble;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Sends everything that is due now. */
    void dispatch() {
        for (var mail = claim(); mail != null; mail = claim()) {
            send(mail);
        }
    }

    private Mail claim() {
        return outbox.claim(clock.instant().plus(settings.claim())).orElse(null);
    }

    private void send(Mail mail) {
        var addressee = recipients
                .addressee(mail.to())
                .map(known -> mail.correctedAddress() == null ? known : known.at(mail.correctedAddress()));
        if (addressee.isEmpty() || addressee.get().addresses().isEmpty()) {
            fail(mail.because("nobody with an address is known for " + mail.to()), null, true);
            return;
        }
        Letter letter = null;
        try {
            var about = writer.about(mail);
            letter = writer.write(mail, addressee.get(), about);
            server.send(message(mail, addressee.get(), letter, about));
            outbox.sent(mail, letter, null);
        } catch (AddressException e) {
            fail(mail.because("the address is not one that mail can be sent to"), letter.subject(), true);
        } catch (WrongText | TemplateProcessingException | MessagingException | UnsupportedEncodingException e) {
            fail(mail.because("the mail cannot be written: " + e.getMessage()), null, false);
        } catch (MailException e) {
            refused(mail, letter, e);
        } catch (RuntimeException e) {
            LOG.warn("Mail {} of {} is tried again later", mail.id(), mail.caseNumber(), e);
            later(mail.because(e.toString()), letter);
        }
    }

    private void refused(Mail mail, Letter letter, MailException cause) {
        var error = mail.because(withoutAddresses(said(cause)));
        var refusal = refusal(cause);
        if (refusal == null || given(refusal.getInvalidAddresses()) == 0) {
            later(error, letter);
        } else if (given(refusal.getValidSentAddresses()) > 0) {
            outbox.sent(mail, letter, "not to everybody: " + error.lastError());
        } else {
            fail(error, letter.subject(), true);
        }
    }

    private void later(Mail mail, Letter letter) {
        if (mail.attempts() > settings.backoff().size()) {
            fail(mail, letter == null ? null : letter.subject(), false);
        } else {
            outbox.retry(mail, clock.instant().plus(settings.backoff().get(mail.attempts() - 1)));
        }
    }

    private void fail(Mail mail, String subject, boolean addressRefused) {
        LOG.warn("Mail {} of {} cannot be delivered: {}", mail.id(), mail.caseNumber(), mail.lastError());
        transaction.executeWithoutResult(status -> {
            if (outbox.fail(mail, subject)) {
                trouble.undeliverable(mail, addressRefused);
            }
        });
    }

    private MimeMessage message(Mail mail, Addressee addressee, Letter letter, Map<String, Object> about)
            throws MessagingException, UnsupportedEncodingException {
        var message =
                new MessageWithId(server.createMimeMessage(), "<%s@%s>".formatted(mail.id(), domain(settings.from())));
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        var programme = (Map<?, ?>) about.getOrDefault("programme", Map.of());
        helper.setFrom(new InternetAddress(settings.from(), oneLine(programme.get("name")), "UTF-8"));
        if (programme.get("contact") != null) {
            helper.setReplyTo(new InternetAddress((String) programme.get("contact"), true));
        }
        helper.setTo(to(addressee).toArray(InternetAddress[]::new));
        helper.setSubject(letter.subject());
        helper.setText(letter.plain(), letter.html());
        helper.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", addressee.language().toLanguageTag());
        return message;
    }

    private static List<InternetAddress> to(Addressee addressee) throws AddressException, UnsupportedEncodingException {
        var to = new ArrayList<InternetAddress>();
        for (var address : addressee.addresses()) {
            var parsed = new InternetAddress(address, true);
            parsed.setPersonal(oneLine(addressee.name()), StandardCharsets.UTF_8.name());
            to.add(parsed);
        }
        return to;
    }

    private static String oneLine(Object name) {
        return name == null
                ? null
                : name.toString().replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ").strip();
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static SendFailedException refusal(MailException cause) {
        for (var each : causes(cause)) {
            if (each instanceof SendFailedException refusal && given(refusal.getInvalidAddresses()) > 0) {
                return refusal;
            }
        }
        return null;
    }

    private static String said(MailException cause) {
        var causes = causes(cause);
        return causes.get(causes.size() - 1).getMessage();
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

    private static int given(Object[] addresses) {
        return addresses == null ? 0 : addresses.length;
    }

    private static String withoutAddresses(String error) {
        return error == null
                ? "the mail server gave no reason"
                : error.replaceAll("[^\\s<>\"']+@[^\\s<>\"']+", "<address>");
    }
}
