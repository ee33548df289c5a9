package org.peerexchange.people;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may come in where. Whatever no line names is closed. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class Doors {

    static final String PAGES_POLICY = "default-src 'self'; img-src 'self' data:;"
            + " style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; form-action 'self';"
            + " frame-ancestors 'none'";

    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

    /** A browser asks for a page that no door leads to: mistyped, most likely. It is told so, and stays outside. */
    private static final RequestMatcher NOWHERE = new AndRequestMatcher(
            new NegatedRequestMatcher(new OrRequestMatcher(PATH.matcher("/desk/**"), PATH.matcher("/trial/**"))),
            request -> request.getMethod().equals(HttpMethod.GET.name()) && WantedPage.wantsAPage(request));

    /**
     * Nobody is asked there who they are, or the address itself is the secret: so it needs no token that ends with a session, and a
     * page may stand open for as long as somebody types. Pages of others are kept from posting there with their visitors' browsers,
     * which say where a post comes from; an old browser that does not has to send the token. Mail programs unsubscribe from anywhere.
     */
    private static final RequestMatcher WITHOUT_SESSION = new OrRequestMatcher(
            PATH.matcher("/unsubscribe/*"),
            new AndRequestMatcher(
                    Doors::isFromNoOtherSite,
                    new OrRequestMatcher(
                            PATH.matcher("/help/*"),
                            PATH.matcher("/apply/*/*/check"),
                            PATH.matcher("/my"),
                            PATH.matcher(
                                    "/my/{token:(?!signed-in$).+}/{what:details|erasure|requests|offers|news|language}"),
                            PATH.matcher("/p/*/{what:language|instead}"))));

    private static boolean isFromNoOtherSite(HttpServletRequest post) {
        String site = post.getHeader("Sec-Fetch-Site");
        return site == null ? post.getHeader("Origin") == null : site.equals("same-origin") || site.equals("none");
    }

    /**
     * Tasklist, Cockpit and Admin with the interface behind them. They bring their own protection against forged
     * requests; their servlets are not Spring's, so paths are matched as such.
     */
    @Bean
    @Order(1)
    SecurityFilterChain webapps(HttpSecurity http) throws Exception {
        RequestMatcher interfaces = PATH.matcher("/camunda/api/**");
        // Accounts are made in Admin and people sign in at our page: the engine's own ways to do both stay shut.
        RequestMatcher shut = new OrRequestMatcher(
                PATH.matcher("/camunda/api/admin/setup/**"),
                PATH.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/login/**"),
                PATH.matcher("/engine-rest/**"));
        return http.securityMatcher(new OrRequestMatcher(
                        PATH.matcher("/camunda"), PATH.matcher("/camunda/**"), PATH.matcher("/engine-rest/**")))
                .authorizeHttpRequests(doors -> doors.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(shut)
                        .denyAll()
                        .anyRequest()
                        .hasRole(StaffAuthentication.MEMBER))
                .exceptionHandling(refusal -> refusal.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.FORBIDDEN), shut)
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), interfaces)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/sign-in"), request -> true))
                .requestCache(cache -> cache.requestCache(new WantedPage()))
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterAfter(new WebappPolicy(), HeaderWriterFilter.class)
                .addFilterAfter(
                        new WebappSignOut(PATH.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout")),
                        WebappPolicy.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, ObjectProvider<PublicPath> alsoOpen) throws Exception {
        String[] readByEverybody = alsoOpen.stream().map(PublicPath::pattern).toArray(String[]::new);
        return http.authorizeHttpRequests(
                        doors -> doors.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(
                                        "/",
                                        "/sign-in",
                                        "/apply/**",
                                        "/help/**",
                                        "/programmes/**",
                                        "/reports/**",
                                        "/catalogue/**",
                                        "/p/**",
                                        "/my/**",
                                        "/unsubscribe/*",
                                        "/assets/**",
                                        "/error")
                                .permitAll()
                                .requestMatchers("/actuator/health", "/favicon.ico")
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, readByEverybody)
                                .permitAll()
                                // What they see there is decided by their groups.
                                .requestMatchers("/desk", "/desk/", "/desk/cases/**")
                                .hasRole(StaffAuthentication.MEMBER)
                                .requestMatchers("/desk/**", "/trial/**")
                                .hasRole(StaffAuthentication.STAFF)
                                .anyRequest()
                                .denyAll())
                .csrf(csrf -> csrf.ignoringRequestMatchers(WITHOUT_SESSION))
                .formLogin(form -> form.loginPage("/sign-in")
                        .defaultSuccessUrl("/desk")
                        .failureHandler((request, response, why) -> {
                            request.setAttribute(WebAttributes.AUTHENTICATION_EXCEPTION, why);
                            request.getRequestDispatcher(SignInPage.REFUSED).forward(request, response);
                        }))
                .exceptionHandling(refusal -> refusal.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/sign-in"), new NegatedRequestMatcher(NOWHERE))
                        .defaultAuthenticationEntryPointFor(
                                (request, response, why) -> response.sendError(HttpStatus.NOT_FOUND.value()), NOWHERE)
                        .defaultAccessDeniedHandlerFor(
                                new AccessDeniedHandlerImpl(), new NegatedRequestMatcher(NOWHERE))
                        .defaultAccessDeniedHandlerFor(
                                (request, response, why) -> response.sendError(HttpStatus.NOT_FOUND.value()), NOWHERE))
                .requestCache(cache -> cache.requestCache(new WantedPage()))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signedOut"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(PAGES_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .httpStrictTransportSecurity(withDefaults()))
                .build();
    }

    /** Behind a proxy the server itself does not see that people come by https; the base URL says so. */
    @Bean
    ServletContextInitializer sessionCookie(Installation installation) {
        boolean secure = "https".equals(installation.address().getScheme());
        return context -> context.getSessionCookieConfig().setSecure(secure);
    }
}
