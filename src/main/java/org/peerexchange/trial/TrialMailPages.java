package org.peerexchange.trial;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.HtmlUtils;

/** Where whoever tries the application out reads the mails that it sent. */
@Controller
@Profile("trial")
class TrialMailPages {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+[^\\s<>\"'.,;:!?)\\]]");
    private static final int MOST = 200;

    private final MailFolder folder;
    private final HubTime time;

    TrialMailPages(MailFolder folder, HubTime time) {
        this.folder = folder;
        this.time = time;
    }

    @GetMapping("/trial/mails")
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        List<TrialMail> found =
                folder.all().stream().filter(mail -> mail.mentions(q)).toList();
        model.addAttribute("q", q);
        model.addAttribute("time", time);
        model.addAttribute("count", found.size());
        model.addAttribute("mails", found.stream().limit(MOST).toList());
        return "trial-mails";
    }

    @GetMapping("/trial/mails/{number}")
    String read(@PathVariable int number, Model model) {
        TrialMail mail = mail(number);
        model.addAttribute("mail", mail);
        model.addAttribute("time", time);
        model.addAttribute("text", withLinks(mail.text()));
        return "trial-mail";
    }

    /** The HTML half runs nothing and loads nothing; its links open in the window around it. */
    @GetMapping("/trial/mails/{number}/html")
    ResponseEntity<String> html(@PathVariable int number) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'self'; frame-ancestors 'self';"
                                + " sandbox allow-top-navigation-by-user-activation")
                .body("<base target=\"_top\">" + mail(number).html());
    }

    @GetMapping("/trial/mails/{number}/attachments/{index}")
    ResponseEntity<byte[]> attachment(@PathVariable int number, @PathVariable int index) {
        List<TrialMail.Attachment> attachments = mail(number).attachments();
        if (index < 0 || index >= attachments.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        TrialMail.Attachment attachment = attachments.get(index);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(attachment.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(attachment.content());
    }

    private TrialMail mail(int number) {
        return folder.read(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String withLinks(String text) {
        StringBuilder html = new StringBuilder();
        int done = 0;
        for (var matcher = LINK.matcher(text); matcher.find(); done = matcher.end()) {
            html.append(HtmlUtils.htmlEscape(text.substring(done, matcher.start())));
            String address = HtmlUtils.htmlEscape(matcher.group());
            html.append("<a href=\"%s\">%s</a>".formatted(address, address));
        }
        return html.append(HtmlUtils.htmlEscape(text.substring(done))).toString();
    }
}
