package org.peerexchange.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.peerexchange.people.Secret;
import org.peerexchange.programme.Programmes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Where form pages save what is typed, by themselves, so that the same link continues it on any device. */
@RestController
class DraftPages {

    private final Visits visits;
    private final Drafts drafts;
    private final Programmes programmes;
    private final Openings openings;
    private final Participation participation;
    private final BegunHere begunHere;

    /** Beside the one for what is sent: a draft must not take the place of an application. */
    private final PostThrottle begun;

    DraftPages(
            Visits visits,
            Drafts drafts,
            Programmes programmes,
            Openings openings,
            Participation participation,
            BegunHere begunHere,
            @Value("${peerexchange.public-posts-per-hour}") int most) {
        this.visits = visits;
        this.drafts = drafts;
        this.programmes = programmes;
        this.openings = openings;
        this.participation = participation;
        this.begunHere = begunHere;
        this.begun = new PostThrottle(most);
    }

    @PostMapping("/p/{token}/draft")
    Map<String, Object> save(
            @PathVariable String token,
            @RequestParam(defaultValue = "0") int base,
            @RequestParam UUID page,
            HttpServletRequest http)
            throws IOException {
        Visit visit = visits.open(token);
        return Map.of("version", participation.saveDraft(visit, base, page, Posted.draft(http)));
    }

    @PostMapping("/p/{token}/draft/forget")
    Map<String, Object> forget(@PathVariable String token) {
        drafts.forget(visits.open(token).draft());
        return Map.of("version", 0);
    }

    /** Begins the draft of an application: its address is a secret, and all that is needed to go on. */
    @PostMapping("/apply/{programme}/{role}/drafts")
    Map<String, Object> begin(
            @PathVariable String programme, @PathVariable String role, @RequestParam UUID page, HttpServletRequest http)
            throws IOException {
        boolean open = programmes
                .find(programme)
                .filter(known -> known.applications().containsKey(role))
                .filter(known -> openings.of(known).takes(known.applications().get(role)))
                .isPresent();
        if (!open) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        begun.count(http.getRemoteAddr());
        String secret = Secret.make();
        int version = drafts.save(ofApplication(programme, role, secret), 0, page, Posted.draft(http));
        begunHere.is(programme, role, secret);
        return Map.of("version", version, "location", addressOf(programme, role, secret));
    }

    @PostMapping("/apply/{programme}/{role}/drafts/{secret}")
    Map<String, Object> saveApplication(
            @PathVariable String programme,
            @PathVariable String role,
            @PathVariable String secret,
            @RequestParam(defaultValue = "0") int base,
            @RequestParam UUID page,
            HttpServletRequest http)
            throws IOException {
        String draft = ofApplication(programme, role, secret);
        if (base == 0) {
            // A secret is only made here; one that somebody thought up is none.
            throw new Drafts.Changed(0, "draft.sent");
        }
        return Map.of("version", drafts.save(draft, base, page, Posted.draft(http)));
    }

    @PostMapping("/apply/{programme}/{role}/drafts/{secret}/forget")
    Map<String, Object> forgetApplication(
            @PathVariable String programme, @PathVariable String role, @PathVariable String secret) {
        drafts.forget(ofApplication(programme, role, secret));
        begunHere.afresh(programme, role, secret);
        return Map.of("version", 0);
    }

    /** Where the first version of an application's draft is saved. */
    static String beginning(String programme, String role) {
        return "/apply/%s/%s/drafts".formatted(programme, role);
    }

    static String addressOf(String programme, String role, String secret) {
        return "/apply/%s/%s/drafts/%s".formatted(programme, role, secret);
    }

    /** What the draft of an application is kept under. */
    static String ofApplication(String programme, String role, String secret) {
        return "application %s %s %s".formatted(programme, role, secret);
    }
}
