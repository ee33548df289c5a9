package org.peerexchange.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpClient;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.web.client.RestClient;

/**
 * Where people sign in with their Wikimedia account. That makes nobody one of the staff: what comes in here is kept apart from
 * what they sign in to, has no rights, and is not remembered by Spring Security. {@link WikimediaSession} has the account.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWikimedia
class WikimediaDoor {

    private static final Logger LOG = LoggerFactory.getLogger(WikimediaDoor.class);
    private static final String NAME = "wikimedia";

    /** Where Meta-Wiki sends people back to; it is told so when this installation is registered there. */
    private static final String BACK = "/login/oauth2/code/" + NAME;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

    @Bean
    @Order(0)
    SecurityFilterChain wikimedia(
            HttpSecurity http,
            Wikimedia settings,
            Installation installation,
            @Value("${peerexchange.version}") String version,
            WikimediaAccounts accounts,
            WikimediaSession session)
            throws Exception {
        settings.mustBeUsable();
        ClientRegistration meta = registration(settings, installation);
        RestClient.Builder calls = RestClient.builder()
                .requestFactory(patient())
                .defaultHeader(
                        HttpHeaders.USER_AGENT,
                        "PeerExchange/%s (%s; %s)".formatted(version, installation.address(), settings.contact()));
        return http.securityMatcher(new OrRequestMatcher(
                        PATH.matcher(HttpMethod.GET, "/oauth2/authorization/" + NAME),
                        PATH.matcher(HttpMethod.GET, BACK)))
                .authorizeHttpRequests(doors -> doors.anyRequest().denyAll())
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .oauth2Login(login -> login.loginPage("/my")
                        .clientRegistrationRepository(name -> name.equals(NAME) ? meta : null)
                        .authorizedClientRepository(new NoTokens())
                        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens(calls.clone())))
                        .userInfoEndpoint(endpoint -> endpoint.userService(
                                new WikimediaProfiles(calls.clone().build())))
                        .successHandler(signedIn(accounts, session))
                        .failureHandler(refused()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(Doors.PAGES_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    private static ClientRegistration registration(Wikimedia settings, Installation installation) {
        return ClientRegistration.withRegistrationId(NAME)
                .clientId(settings.clientId().strip())
                .clientSecret(settings.clientSecret().strip())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .redirectUri(installation.address() + BACK)
                .authorizationUri(settings.authorizationUri())
                .tokenUri(settings.tokenUri())
                .userInfoUri(settings.profileUri())
                .userNameAttributeName("sub")
                .build();
    }

    /** Somebody waits for the page meanwhile. */
    private static JdkClientHttpRequestFactory patient() {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        factory.setReadTimeout(PATIENCE);
        return factory;
    }

    private static OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens(
            RestClient.Builder calls) {
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(calls.messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    private static AuthenticationSuccessHandler signedIn(WikimediaAccounts accounts, WikimediaSession session) {
        return (request, response, in) -> {
            WikimediaAccount account = ((WikimediaProfiles.User) in.getPrincipal()).account();
            accounts.seen(account);
            session.begin(account);
            response.sendRedirect(session.wanted().orElse("/my/wikimedia"));
        };
    }

    private static AuthenticationFailureHandler refused() {
        return (request, response, why) -> {
            WikimediaRefusal refusal = WikimediaRefusal.of(why);
            if (refusal == WikimediaRefusal.NO_ANSWER) {
                LOG.warn("Nobody could be signed in with Wikimedia: {}", why.getMessage());
            }
            request.setAttribute(WikimediaRefusedPage.WHY, refusal);
            request.getRequestDispatcher(WikimediaRefusedPage.PATH).forward(request, response);
        };
    }

    /** Once it is known who somebody is, nothing more is done in their name: the tokens are let go. */
    private static class NoTokens implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                String registration, Authentication person, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {
            // Not kept.
        }

        @Override
        public void removeAuthorizedClient(
                String registration, Authentication person, HttpServletRequest request, HttpServletResponse response) {
            // Nothing is kept.
        }
    }
}
