package org.peerexchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peerexchange.mail.Dispatcher;
import org.peerexchange.portal.Visitor;

/** People who read their mail and act on the pages behind its links, and in no other way. */
class Mailboxes {

    private static final Pattern LINK = Pattern.compile("http://localhost(/p/[A-Za-z0-9_-]+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GreenMail server;
    private final Dispatcher dispatcher;
    private final Scenario scenario;
    private final int port;

    Mailboxes(GreenMail server, Dispatcher dispatcher, Scenario scenario, int port) {
        this.server = server;
        this.dispatcher = dispatcher;
        this.scenario = scenario;
        this.port = port;
    }

    /** Somebody fills in a public form. */
    void posts(String path, Map<String, Object> answers) {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.opens(path).status()).isEqualTo(200);
        send(visitor, path, answers);
    }

    /** Somebody opens the newest link to this form in the mails about a case, and sends the form. */
    void answers(String address, String caseNumber, String form, Map<String, Object> answers) {
        Visitor visitor = new Visitor(port);
        send(visitor, opens(visitor, address, caseNumber, form), answers);
    }

    /** As {@link #answers}, with a file. */
    void answers(
            String address, String caseNumber, String form, Map<String, Object> answers, String upload, byte[] file) {
        Visitor visitor = new Visitor(port);
        String path = opens(visitor, address, caseNumber, form);
        assertThat(visitor.uploads(path, upload, upload + ".pdf", file).status())
                .isEqualTo(200);
        send(visitor, path, answers);
    }

    private String opens(Visitor visitor, String address, String caseNumber, String form) {
        for (String link : links(address, caseNumber)) {
            Visitor.Answer page = visitor.opens(link);
            if (page.status() == 200 && page.text().contains("\"id\":\"" + form + "\"")) {
                return link;
            }
        }
        throw new AssertionError("No mail to %s about %s leads to %s; there are: %s"
                .formatted(address, caseNumber, form, subjects(address)));
    }

    private void send(Visitor visitor, String path, Map<String, Object> answers) {
        try {
            Visitor.Answer answer = visitor.posts(path, JSON.writeValueAsString(answers));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        scenario.runJobs();
    }

    private List<String> links(String address, String caseNumber) {
        List<String> links = new ArrayList<>();
        for (MimeMessage mail : newestFirst(address)) {
            try {
                String text = plain(mail);
                if (mail.getSubject().contains(caseNumber) || text.contains(caseNumber)) {
                    for (Matcher link = LINK.matcher(text); link.find(); ) {
                        links.add(link.group(1));
                    }
                }
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
        return links;
    }

    List<String> subjects(String address) {
        return newestFirst(address).stream().map(Mailboxes::subject).toList();
    }

    private List<MimeMessage> newestFirst(String address) {
        dispatcher.dispatch();
        List<MimeMessage> mails = new ArrayList<>(Arrays.stream(server.getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .toList());
        Collections.reverse(mails);
        return mails;
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.stream(mail.getAllRecipients())
                    .anyMatch(to -> to.toString().contains(address));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(Part part) {
        try {
            if (part.isMimeType("text/plain")) {
                return (String) part.getContent();
            }
            if (part.isMimeType("multipart/*")) {
                Multipart parts = (Multipart) part.getContent();
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < parts.getCount(); i++) {
                    text.append(plain(parts.getBodyPart(i)));
                }
                return text.toString();
            }
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
