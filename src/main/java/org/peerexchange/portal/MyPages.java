package org.peerexchange.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.peerexchange.issuing.Copy;
import org.peerexchange.issuing.IssuedDocuments;
import org.peerexchange.mail.Unsubscribing;
import org.peerexchange.people.Person;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.PageLanguage;
import org.peerexchange.programme.Programmes;
import org.peerexchange.submission.Download;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A participant's own page, and the public page on which they ask for the link to it. */
@Controller
class MyPages {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private final Visits visits;
    private final MyPart part;
    private final MyCases myCases;
    private final MyDocuments documents;
    private final MyLink link;
    private final IssuedDocuments issued;
    private final Cases cases;
    private final Programmes programmes;
    private final Unsubscribing unsubscribing;
    private final PostThrottle throttle;
    private final WayBack wayBack;
    private final DeadLinks deadLinks;
    private final PageLanguage page;

    MyPages(
            Visits visits,
            MyPart part,
            MyCases myCases,
            MyDocuments documents,
            MyLink link,
            IssuedDocuments issued,
            Cases cases,
            Programmes programmes,
            Unsubscribing unsubscribing,
            PostThrottle throttle,
            WayBack wayBack,
            DeadLinks deadLinks,
            PageLanguage page) {
        this.visits = visits;
        this.part = part;
        this.myCases = myCases;
        this.documents = documents;
        this.link = link;
        this.issued = issued;
        this.cases = cases;
        this.programmes = programmes;
        this.unsubscribing = unsubscribing;
        this.throttle = throttle;
        this.wayBack = wayBack;
        this.deadLinks = deadLinks;
        this.page = page;
    }

    @GetMapping("/my")
    ModelAndView ask(@RequestParam(required = false) String asked) {
        if (visits.signedIn().isPresent()) {
            return new ModelAndView("redirect:/my/" + Visits.SIGNED_IN);
        }
        return new ModelAndView("my-ask").addObject("asked", asked != null);
    }

    /** The answer is the same whether the address is known or not. */
    @PostMapping("/my")
    ModelAndView send(@RequestParam(defaultValue = "") String email, HttpServletRequest http) {
        String address = email.strip();
        try {
            throttle.count(http.getRemoteAddr());
        } catch (Refusal refusal) {
            return again(address, refusal.status()).addObject("refusal", refusal.in(page.locale()));
        }
        if (!isAddress(address)) {
            return again(address, HttpStatus.UNPROCESSABLE_ENTITY).addObject("wrong", true);
        }
        link.send(address);
        return new ModelAndView("redirect:/my?asked");
    }

    static boolean isAddress(String typed) {
        return typed.length() <= 254 && ADDRESS.matcher(typed).matches();
    }

    private static ModelAndView again(String address, HttpStatus status) {
        ModelAndView again =
                new ModelAndView("my-ask").addObject("asked", false).addObject("email", address);
        again.setStatus(status);
        return again;
    }

    @GetMapping("/my/{token}")
    @Transactional(readOnly = true)
    ModelAndView show(@PathVariable String token, @RequestParam(required = false) String over) {
        Person person;
        try {
            person = visits.owner(token);
        } catch (Visits.DeadLink dead) {
            return deadLinks.page(dead);
        }
        wayBack.is(person.id(), token);
        return new ModelAndView("my")
                .addObject("token", token)
                .addObject("person", person)
                .addObject("over", over != null)
                .addObject("my", part.page(person));
    }

    /** Makes the link to something that is asked; a page that is only opened makes none. */
    @PostMapping("/my/{token}/requests")
    ModelAndView answer(@PathVariable String token, @RequestParam String request) {
        Person person;
        try {
            person = visits.owner(token);
        } catch (Visits.DeadLink dead) {
            return deadLinks.page(dead);
        }
        return new ModelAndView("redirect:" + part.open(person, request).orElse("/my/%s?over".formatted(token)));
    }

    /** The same for something that may be started unasked. */
    @PostMapping("/my/{token}/offers")
    ModelAndView start(
            @PathVariable String token, @RequestParam(name = "case") String caseNumber, @RequestParam String message) {
        Person person;
        try {
            person = visits.owner(token);
        } catch (Visits.DeadLink dead) {
            return deadLinks.page(dead);
        }
        return new ModelAndView(
                "redirect:" + part.start(person, caseNumber, message).orElse("/my/%s?over".formatted(token)));
    }

    /** Leads to where news of a programme they take part in is unsubscribed from. */
    @PostMapping("/my/{token}/news")
    ModelAndView news(@PathVariable String token, @RequestParam String programme) {
        Person person;
        try {
            person = visits.owner(token);
        } catch (Visits.DeadLink dead) {
            return deadLinks.page(dead);
        }
        boolean theirs = myCases.of(person).cases().stream()
                .anyMatch(subject -> subject.programme().equals(programme));
        return new ModelAndView(
                "redirect:" + (theirs ? unsubscribing.path(person.id(), programme) : "/my/%s?over".formatted(token)));
    }

    /** What was sent, as PDF. */
    @GetMapping("/my/{token}/sent/{id}")
    ResponseEntity<byte[]> copy(@PathVariable String token, @PathVariable UUID id) {
        MyPage.Version version =
                documents.find(myCases.of(visits.owner(token)), id).orElseThrow(MyPages::unknown);
        String colour =
                programmes.of(cases.of(version.caseNumber()).programme()).colour();
        byte[] pdf = Copy.of(
                version.title(),
                List.of(version.caseNumber(), page.say("my.version", version.number(), version.who(), version.when())),
                version.answers().stream()
                        .map(answer -> new Copy.Entry(answer.label(), answer.texts(), answer.columns(), answer.rows()))
                        .toList(),
                colour,
                page.locale());
        String name = "%s-%s-version-%d.pdf".formatted(version.document(), version.caseNumber(), version.number());
        return Download.of(name, MediaType.APPLICATION_PDF_VALUE, pdf);
    }

    @GetMapping("/my/{token}/files/{id}")
    ResponseEntity<byte[]> file(@PathVariable String token, @PathVariable UUID id) {
        return Download.of(documents.file(myCases.of(visits.owner(token)), id).orElseThrow(MyPages::unknown));
    }

    @GetMapping("/my/{token}/documents/{id}")
    ResponseEntity<byte[]> document(@PathVariable String token, @PathVariable UUID id) {
        Person person = visits.owner(token);
        return issued.findById(id)
                .filter(document -> document.personId().equals(person.id())
                        && myCases.of(person).numbers().contains(document.caseNumber()))
                .map(document ->
                        Download.of(document.fileName(), document.format().contentType(), document.content()))
                .orElseThrow(MyPages::unknown);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
