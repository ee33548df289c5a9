package org.peerexchange.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.peerexchange.application.Offers;
import org.peerexchange.issuing.IssuedDocuments;
import org.peerexchange.language.Translation;
import org.peerexchange.people.PersonalLink;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.KnownFacts;
import org.peerexchange.programme.Names;
import org.peerexchange.programme.PageLanguage;
import org.peerexchange.programme.Party;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.TakingPart;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.DeployedForm;
import org.peerexchange.submission.Download;
import org.peerexchange.submission.Form;
import org.peerexchange.submission.FormData;
import org.peerexchange.submission.SentForms;
import org.peerexchange.submission.Submission;
import org.peerexchange.submission.Submissions;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The pages behind the links in mails: what is asked, and afterwards what was sent. */
@Controller
class PersonalPages {

    /** Prefix of what the session remembers: nothing else leads from an anonymous answer to who gave it. */
    private static final String ANONYMOUS = "answered anonymously ";

    private final Visits visits;
    private final Participation participation;
    private final Asking asking;
    private final SentForms forms;
    private final RequestFiles files;
    private final FilesToSign filesToSign;
    private final Submissions submissions;
    private final Alternatives alternatives;
    private final TakingPart takingPart;
    private final Facts facts;
    private final IssuedDocuments issued;
    private final Standing standing;
    private final Drafts drafts;
    private final Offers offers;
    private final WayBack wayBack;
    private final DeadLinks deadLinks;
    private final PageLanguage page;
    private final Clock clock;

    PersonalPages(
            Visits visits,
            Participation participation,
            Asking asking,
            SentForms forms,
            RequestFiles files,
            FilesToSign filesToSign,
            Submissions submissions,
            Alternatives alternatives,
            TakingPart takingPart,
            Facts facts,
            IssuedDocuments issued,
            Standing standing,
            Drafts drafts,
            Offers offers,
            WayBack wayBack,
            DeadLinks deadLinks,
            PageLanguage page,
            Clock clock) {
        this.visits = visits;
        this.participation = participation;
        this.asking = asking;
        this.forms = forms;
        this.files = files;
        this.filesToSign = filesToSign;
        this.submissions = submissions;
        this.alternatives = alternatives;
        this.takingPart = takingPart;
        this.facts = facts;
        this.issued = issued;
        this.standing = standing;
        this.drafts = drafts;
        this.offers = offers;
        this.wayBack = wayBack;
        this.deadLinks = deadLinks;
        this.page = page;
        this.clock = clock;
    }

    @GetMapping("/p/{token}")
    @Transactional(readOnly = true)
    ModelAndView show(@PathVariable String token, HttpServletRequest http) {
        HttpSession session = http.getSession(false);
        return show(token).addObject("unnamed", session != null && session.getAttribute(ANONYMOUS + token) != null);
    }

    private ModelAndView show(String token) {
        Visit visit;
        try {
            visit = visits.open(token);
        } catch (Visits.DeadLink dead) {
            return deadLinks.page(dead);
        }
        if (visit.link().purpose().equals(PersonalLink.DOCUMENT)) {
            return page("issued", visit);
        }
        boolean offer = visit.link().purpose().equals(PersonalLink.OFFER);
        if (visit.link().isUsed()) {
            return offer ? done(visit) : sent(visit);
        }
        if (offer) {
            return offer(visit);
        }
        return asking.open(visit.link().target(), page.locale())
                .map(request -> request(visit, request))
                .orElseGet(() -> sent(visit));
    }

    @PostMapping("/p/{token}")
    @ResponseBody
    Map<String, Object> send(
            @PathVariable String token,
            @RequestParam(defaultValue = "0") int draft,
            @RequestParam(name = "page", required = false) UUID opened,
            @RequestParam(required = false) Integer form,
            HttpServletRequest http)
            throws IOException {
        Visit visit = visits.open(token);
        Map<String, Object> posted = Posted.read(http);
        if (visit.link().purpose().equals(PersonalLink.OFFER)) {
            Programme.Offer offer = offerOf(visit).orElseThrow(() -> new Asking.AlreadyDone("done.not-offered"));
            FormChanged.unlessShown(form, asking.form(offer.form()));
            participation.tell(visit, offer, sideOf(visit), new Drafts.Seen(draft, opened), posted);
        } else {
            if (answer(visit, new Drafts.Seen(draft, opened), posted).isAnonymous()) {
                http.getSession().setAttribute(ANONYMOUS + token, Boolean.TRUE);
            }
        }
        return Map.of("location", visit.path());
    }

    /** @return the form that was answered */
    private Form answer(Visit visit, Drafts.Seen draft, Map<String, Object> posted) {
        String requestId = visit.link().target();
        Asking.Request request = asking.open(requestId).orElseThrow(PersonalPages::tooLate);
        try {
            participation.answer(visit, request, draft, posted);
            return request.form();
        } catch (DataAccessException clash) {
            // Two people answered one request by different links in the same moment, and the other one won.
            if (asking.open(requestId).isEmpty()) {
                throw tooLate();
            }
            throw clash;
        }
    }

    private ModelAndView request(Visit visit, Asking.Request request) {
        FormPage form = new FormPage(request.formJson(), request.data(), visit.path(), page.locale())
                .withUploads(request.form().uploads(), files.of(request.id()));
        // A draft here would lead from what is typed to who has the link.
        if (!request.form().isAnonymous()) {
            form.withDraft(visit.path() + "/draft", drafts.of(visit.draft()));
        }
        return page("request", visit)
                .addObject("task", request.task())
                .addObject("anonymous", request.form().isAnonymous())
                .addObject(
                        "due",
                        TimeLeft.until(
                                request.due(), clock.instant(), visit.person().timeZone(), page.locale()))
                .addObject("toSign", filesToSign.of(request))
                .addObject("form", form);
    }

    private ModelAndView offer(Visit visit) {
        return offerOf(visit)
                .map(offer -> asking.impossible(visit.subject().number(), offer.message(), offer.form(), page.locale())
                        .map(sentence -> page("impossible", visit)
                                .addObject("task", words(visit).of(offer.label()))
                                .addObject("sentence", sentence)
                                .addObject("alternatives", alternatives.of(visit)))
                        .orElseGet(() -> offer(visit, offer)))
                .orElseGet(() -> done(visit));
    }

    private ModelAndView offer(Visit visit, Programme.Offer offer) {
        DeployedForm form = asking.form(offer.form()).in(words(visit));
        Map<String, Object> data =
                FormData.of(form.form(), facts.of(visit.subject().number(), page.locale()));
        return page("request", visit)
                .addObject("task", words(visit).of(offer.label()))
                .addObject("unasked", true)
                .addObject(
                        "form",
                        new FormPage(form.json(), data, visit.path(), page.locale())
                                .withDraft(visit.path() + "/draft", drafts.of(visit.draft()))
                                .inVersion(form.version()));
    }

    /** Makes the link to something else; a page that is only opened makes none. */
    @PostMapping("/p/{token}/instead")
    ModelAndView instead(
            @PathVariable String token, @RequestParam(name = "case") String caseNumber, @RequestParam String message) {
        Visit visit;
        try {
            visit = visits.open(token);
        } catch (Visits.DeadLink dead) {
            return deadLinks.page(dead);
        }
        return new ModelAndView(
                "redirect:" + alternatives.open(visit, caseNumber, message).orElse(visit.path()));
    }

    private ModelAndView sent(Visit visit) {
        return submissions
                .findByTaskId(visit.link().target())
                .map(submission -> page("sent", visit)
                        .addObject(
                                "sentAt",
                                TimeLeft.moment(
                                        submission.sentAt(), visit.person().timeZone(), page.locale()))
                        .addObject("form", asSent(visit, submission)))
                .orElseGet(() -> done(visit));
    }

    private FormPage asSent(Visit visit, Submission submission) {
        DeployedForm sent =
                forms.sentIn(submission.document(), submission.formVersion()).in(words(visit));
        Form form = sent.form();
        Map<String, Object> known = KnownFacts.over(facts.of(visit.subject().number(), page.locale()));
        // What was sent stands in the fields; as a fact it would be taken for what the partner sent before.
        known.put(Names.camelCase(submission.document()), null);
        Map<String, Object> data = FormData.of(form, known);
        data.putAll(submission.answers());
        return new FormPage(sent.json(), data, visit.path(), page.locale())
                .withUploads(form.uploads(), files.of(visit.link().target()))
                .readOnly();
    }

    /** A document that was issued to whoever the link is for, in its case. */
    @GetMapping("/p/{token}/documents/{id}")
    ResponseEntity<byte[]> document(@PathVariable String token, @PathVariable UUID id) {
        Visit visit = visits.open(token);
        return issued.findById(id)
                .filter(document -> document.caseNumber().equals(visit.subject().number())
                        && document.personId().equals(visit.link().personId()))
                .map(document ->
                        Download.of(document.fileName(), document.format().contentType(), document.content()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView done(Visit visit) {
        return page("done", visit).addObject("used", visit.link().isUsed());
    }

    private Translation words(Visit visit) {
        return page.words(visit.programme().key());
    }

    private ModelAndView page(String view, Visit visit) {
        return new ModelAndView(view)
                .addObject("visit", visit)
                .addObject("about", words(visit).of(visit.subject().title()))
                .addObject("wayBack", wayBack.of(visit.person().id()).orElse(null))
                .addObject(
                        "issued",
                        issued.findByCaseNumberAndPersonIdOrderByIssuedAtAscTitleAsc(
                                visit.subject().number(), visit.link().personId()))
                .addObject("standing", standing.of(visit.subject(), visit.programme(), () -> sidesOf(visit)
                        .toList()))
                .addObject("state", visit.programme().state(visit.subject().state()))
                .addObject("contact", visit.programme().contact());
    }

    private Optional<Programme.Offer> offerOf(Visit visit) {
        // A case that has ended may still ask how it was, but nothing is started in it any more.
        return visit.subject().closedAt() == null
                ? offers.of(visit.subject(), visit.link().target())
                : Optional.empty();
    }

    private Stream<String> sidesOf(Visit visit) {
        return takingPart.in(visit.subject().number()).stream()
                .filter(party -> visit.link().personId().equals(party.personId()))
                .map(Party::side);
    }

    private String sideOf(Visit visit) {
        return sidesOf(visit).findFirst().orElseThrow(() -> new Refusal(HttpStatus.CONFLICT, "done.not-yours"));
    }

    private static Asking.AlreadyDone tooLate() {
        return new Asking.AlreadyDone("done.answered");
    }
}
