package org.peerexchange.people;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in with their Wikimedia account, by OAuth 2.0 as Meta-Wiki offers it. Off while there is no client id.
 *
 * @param clientId what Meta-Wiki calls this installation, once it is registered there
 * @param clientSecret what proves that it is this installation
 * @param contact where Wikimedia's administrators find those who run this installation; said with each call
 * @param authorizationUri where people are asked whether they want it
 * @param tokenUri where their answer becomes an access token
 * @param profileUri where the token tells who they are
 */
@ConfigurationProperties("peerexchange.wikimedia")
record Wikimedia(
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String contact,
        @DefaultValue(REST + "authorize") String authorizationUri,
        @DefaultValue(REST + "access_token") String tokenUri,
        @DefaultValue(REST + "resource/profile") String profileUri) {

    private static final String REST = "https://meta.wikimedia.org/w/rest.php/oauth2/";

    /** @throws CannotStart when the secret is missing, saying what to set */
    void mustBeUsable() {
        if (clientSecret.isBlank()) {
            throw new CannotStart("PEEREXCHANGE_WIKIMEDIA_CLIENT_ID is set, but there is no secret to it: set"
                    + " PEEREXCHANGE_WIKIMEDIA_CLIENT_SECRET, too, or neither of them.");
        }
    }
}
