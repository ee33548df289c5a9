package org.peerexchange.people;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** Why signing in with Wikimedia did not work; the page says it in words. */
enum WikimediaRefusal {
    /** They were asked, and said no. */
    DECLINED(HttpStatus.FORBIDDEN),
    BLOCKED(HttpStatus.FORBIDDEN),
    /** What came back belongs to no sign-in that was begun in this browser, or to one that has been through already. */
    NOT_BEGUN_HERE(HttpStatus.BAD_REQUEST),
    /** Meta-Wiki is away, or says something that cannot be made sense of. */
    NO_ANSWER(HttpStatus.BAD_GATEWAY);

    private final HttpStatus status;

    WikimediaRefusal(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    static WikimediaRefusal of(AuthenticationException why) {
        String code = why instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : "";
        return switch (code) {
            case OAuth2ErrorCodes.ACCESS_DENIED -> DECLINED;
            case WikimediaProfiles.BLOCKED -> BLOCKED;
            case "authorization_request_not_found", "invalid_state_parameter", OAuth2ErrorCodes.INVALID_REQUEST ->
                NOT_BEGUN_HERE;
            default -> NO_ANSWER;
        };
    }
}
