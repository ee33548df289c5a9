package org.peerexchange.people;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation says about itself.
 *
 * @param baseUrl where people reach it
 * @param admin who administers it first; needed only as long as nobody does
 */
@ConfigurationProperties("peerexchange")
public record Installation(@DefaultValue("") String baseUrl, @DefaultValue Admin admin) {

    public record Admin(@DefaultValue("") String user, @DefaultValue("") String password) {

        private static final int SHORTEST_PASSWORD = 12;

        /** @throws CannotStart when no account can be made of it, saying what to set */
        public void mustBeUsable() {
            if (user.isBlank() || password.isBlank()) {
                throw new CannotStart("Nobody administers this installation yet: set PEEREXCHANGE_ADMIN_USER and"
                        + " PEEREXCHANGE_ADMIN_PASSWORD to the account to create.");
            }
            if (password.length() < SHORTEST_PASSWORD) {
                throw new CannotStart("The password in PEEREXCHANGE_ADMIN_PASSWORD is too short: set one of at least "
                        + SHORTEST_PASSWORD + " characters.");
            }
        }
    }

    public static final String ADMINISTRATORS = "camunda-admin";

    /** Links in mails are made from it, so that no request can decide where they lead. */
    public URI address() {
        if (baseUrl.isBlank()) {
            throw new CannotStart("Set PEEREXCHANGE_BASE_URL to the address people open, such as"
                    + " https://exchange.example.org; the links in mails begin with it.");
        }
        try {
            URI address = URI.create(baseUrl.strip().replaceAll("/+$", ""));
            if (address.getHost() != null && address.getScheme().matches("https?")) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new CannotStart("PEEREXCHANGE_BASE_URL is \"" + baseUrl
                + "\", which is no web address; set it to one such as https://exchange.example.org.");
    }
}
