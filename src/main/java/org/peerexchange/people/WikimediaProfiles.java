package org.peerexchange.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks Meta-Wiki who somebody is, and takes no account of which that is not sure. */
class WikimediaProfiles implements OAuth2UserService<OAuth2UserRequest, OAuth2User> {

    static final String BLOCKED = "blocked";
    static final String UNCLEAR = "unclear_profile";

    /** What the extension OAuth says of an account that has no number on all wikis. */
    private static final String NOBODY = "0";

    private final RestClient http;

    WikimediaProfiles(RestClient http) {
        this.http = http;
    }

    /** What is read of a profile; of an account that was hidden it has neither a name nor much else. */
    private record Profile(String sub, String username, Boolean blocked) {}

    /** Somebody with an account and without any right. */
    record User(WikimediaAccount account) implements OAuth2User {

        @Override
        public String getName() {
            return account.sub();
        }

        @Override
        public Map<String, Object> getAttributes() {
            return Map.of();
        }

        @Override
        public Collection<GrantedAuthority> getAuthorities() {
            return List.of();
        }
    }

    @Override
    public OAuth2User loadUser(OAuth2UserRequest request) {
        Profile profile = read(request);
        if (profile == null || profile.blocked() == null) {
            throw refused(UNCLEAR, "The profile does not say whether the account is blocked.");
        }
        if (profile.blocked()) {
            throw refused(BLOCKED, "The account is blocked.");
        }
        if (isMissing(profile.sub()) || profile.sub().equals(NOBODY) || isMissing(profile.username())) {
            throw refused(UNCLEAR, "The profile has no number or no name.");
        }
        return new User(new WikimediaAccount(profile.sub(), profile.username()));
    }

    private Profile read(OAuth2UserRequest request) {
        try {
            return http.get()
                    .uri(request.getClientRegistration()
                            .getProviderDetails()
                            .getUserInfoEndpoint()
                            .getUri())
                    .headers(headers ->
                            headers.setBearerAuth(request.getAccessToken().getTokenValue()))
                    .retrieve()
                    .body(Profile.class);
        } catch (RestClientException failed) {
            throw new OAuth2AuthenticationException(new OAuth2Error(UNCLEAR), failed.getMessage(), failed);
        }
    }

    private static boolean isMissing(String word) {
        return word == null || word.isBlank();
    }

    private static OAuth2AuthenticationException refused(String code, String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(code), why);
    }
}
