package org.peerexchange.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.peerexchange.application.Applying;
import org.peerexchange.application.SendingOnce;
import org.peerexchange.language.Sayable;
import org.peerexchange.programme.PageLanguage;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.RefusedAnswers;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Every refusal reaches the page as JSON with a sentence, or with an error for each field. */
@RestControllerAdvice
class Answering {

    private final PageLanguage page;

    Answering(PageLanguage page) {
        this.page = page;
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(RefusedAnswers refused) {
        return ResponseEntity.unprocessableEntity().body(Map.of("errors", refused.errors()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Refusal refusal) {
        return sentence(refusal.status(), refusal);
    }

    /** The page asks which version to go on with. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> changed(Drafts.Changed changed) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .body(Map.of("message", changed.in(page.locale()), "newer", changed.version()));
    }

    /** The page itself, opened again, has the form as it is now, with what was typed. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> changed(FormChanged changed) {
        return ResponseEntity.status(changed.status())
                .body(Map.of("message", changed.in(page.locale()), "again", true));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> closed(Applying.WindowClosed closed) {
        return sentence(HttpStatus.CONFLICT, closed);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> sentBefore(SendingOnce.SentBefore before) {
        return sentence(HttpStatus.CONFLICT, before);
    }

    /** The page itself, opened again, shows what was sent. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> done(Asking.AlreadyDone done, HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .body(Map.of("message", done.in(page.locale()), "location", request.getRequestURI()));
    }

    /** The server stopped reading before any page could look at the file. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> tooLarge(MaxUploadSizeExceededException large) {
        return refused(UnusableFile.tooLarge());
    }

    private ResponseEntity<Map<String, Object>> sentence(HttpStatus status, Sayable sentence) {
        return ResponseEntity.status(status).body(Map.of("message", sentence.in(page.locale())));
    }
}
