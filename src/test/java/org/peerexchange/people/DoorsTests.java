package org.peerexchange.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.WikimediaServer;
import org.peerexchange.people.process.StaffAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@PeerExchangeTest
class DoorsTests {

    private static final String PASSWORD = "a-password-in-tests";

    /** Everything that answers without sign-in. Whoever lengthens this list opens a door. */
    private static final Set<String> OPEN = Set.of("/", "/sign-in", "/error", "/actuator/health");

    /**
     * At {@code /my} participants ask for the link to their own page: it says the same to everybody and mails the link. Below it only
     * such a link answers, as below {@code /p/}.
     */
    private static final List<String> OPEN_BELOW =
            List.of("/apply", "/catalogue", "/help/", "/my", "/programmes/", "/reports", "/p/", "/unsubscribe/");

    /** What takes a post without the token of a page: nobody is asked who they are, or the address is itself the secret. */
    private static final Set<String> WITHOUT_TOKEN = Set.of(
            "404 /unsubscribe/1",
            "404 /help/1",
            "404 /apply/1/1/check",
            "422 /my",
            "404 /my/1/details",
            "404 /my/1/erasure",
            "400 /my/1/requests",
            "400 /my/1/offers",
            "400 /my/1/news",
            "400 /my/1/language",
            "400 /p/1/language",
            "400 /p/1/instead");

    private static final Pattern SCRIPT_IN_PAGE =
            Pattern.compile("<script(?![^>]* src=)[^>]*>(.*?)</script>", Pattern.DOTALL);

    private static final List<String> WEBAPP_PATHS = List.of(
            "/camunda",
            "/camunda/",
            "/camunda/app/",
            "/camunda/app/tasklist/",
            "/camunda/app/tasklist/default/",
            "/camunda/app/cockpit/default/",
            "/camunda/app/admin/default/",
            "/camunda/app/welcome/default/",
            "/camunda/lib/deps.js",
            "/camunda/api/engine/engine/",
            "/camunda/api/engine/engine/default/user",
            "/camunda/api/engine/engine/default/task",
            "/camunda/api/engine/engine/default/deployment/create",
            "/camunda/api/engine/engine/default/identity/password-policy",
            "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
            "/camunda/api/cockpit/plugin/base/static/app/plugin.js",
            "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js",
            "/camunda/api/admin/auth/user/default",
            "/camunda/api/admin/auth/user/default/login/tasklist",
            "/camunda/api/admin/setup/default/user/create",
            "/camunda/api/admin/plugin/license/default/check-key",
            "/engine-rest",
            "/engine-rest/engine",
            "/engine-rest/deployment/create",
            "/rest/engine",
            "/actuator",
            "/actuator/env",
            "/actuator/heapdump",
            "/swaggerui/index.html",
            "/h2-console",
            "/trial/clock",
            "/trial/mails",
            "/login/oauth2/code/other",
            "/oauth2/authorization/other");

    @LocalServerPort
    int port;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    FilterService filters;

    @Autowired
    WikimediaServer wikimedia;

    @Autowired
    ConfigurableApplicationContext context;

    private final HttpClient anybody =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeEach
    void createAccounts() {
        if (!accounts.exists("hanna")) {
            accounts.keep("hanna", "Hanna", "Horvat", PASSWORD, "exchange-staff");
            accounts.keep("wanda", "Wanda", "Wójcik", PASSWORD, "working-group");
        }
    }

    @Test
    void withoutSignInOnlyTheShortListAnswers() throws Exception {
        assertThat(answersTo(anybody)).contains("/", "/sign-in");
    }

    /** Not even to an account whose name and number are the user name of one of them. */
    @Test
    void whoIsSignedInWithWikimediaComesNoFurtherThanAnybody() throws Exception {
        HttpClient hannasNamesake = signInWithWikimedia("hanna");
        assertThat(send(hannasNamesake, "GET", "/my/wikimedia", "").body()).contains("signed in as", "hanna");
        assertThat(answersTo(hannasNamesake)).contains("/my/wikimedia");
        for (String path : List.of("/desk", "/camunda/app/tasklist/default/", "/camunda/app/admin/default/")) {
            assertThat(browse(hannasNamesake, path).headers().firstValue("Location"))
                    .as(path)
                    .hasValueSatisfying(asked -> assertThat(asked).endsWith("/sign-in"));
        }
    }

    @Test
    void whoIsSignedInAsStaffStaysSoBesideAWikimediaAccount() throws Exception {
        HttpClient hanna = signIn("hanna");
        signInWithWikimedia(hanna, "somebody-else");
        assertThat(send(hanna, "GET", "/desk", "").body()).contains("Sign out <span>hanna</span>");
    }

    private HttpClient signInWithWikimedia(String name) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        signInWithWikimedia(client, name);
        return client;
    }

    private void signInWithWikimedia(HttpClient client, String name) throws Exception {
        wikimedia.isVisitedBy("\"" + name + "\"", name);
        String away = location(send(client, "GET", "/oauth2/authorization/wikimedia", ""));
        String back = location(
                client.send(HttpRequest.newBuilder(URI.create(away)).build(), HttpResponse.BodyHandlers.ofString()));
        assertThat(location(send(client, "GET", WikimediaServer.path(back), "")))
                .endsWith("/my/wikimedia");
    }

    private static String location(HttpResponse<String> away) {
        return away.headers().firstValue("Location").orElseThrow();
    }

    /** The paths that answer, all of which stand in the short list. */
    private Set<String> answersTo(HttpClient client) throws Exception {
        Set<String> answered = new TreeSet<>();
        for (Request request : everyRequest()) {
            HttpResponse<String> response = send(client, request.method(), request.path(), "");
            boolean sentToSignIn = response.statusCode() == 302
                    && response.headers().firstValue("Location").orElse("").endsWith("/sign-in");
            if (!sentToSignIn && response.statusCode() != 401 && response.statusCode() != 403) {
                answered.add(request.path());
            }
        }
        assertThat(answered)
                .allMatch(path -> OPEN.contains(path) || OPEN_BELOW.stream().anyMatch(path::startsWith));
        return answered;
    }

    @Test
    void onlyWhatNeedsNoSessionTakesAPostThatCarriesNoToken() throws Exception {
        Set<String> taken = new TreeSet<>();
        for (Request request : everyRequest()) {
            if (request.method().equals("POST")) {
                HttpResponse<String> response = send(anybody, "POST", request.path(), "");
                if (response.statusCode() < 300 || response.statusCode() >= 400) {
                    taken.add(response.statusCode() + " " + request.path());
                }
            }
        }
        taken.removeIf(answer -> answer.matches("(401|403) .*"));
        assertThat(taken).containsExactlyInAnyOrderElementsOf(WITHOUT_TOKEN);
    }

    private List<Request> everyRequest() {
        List<Request> requests = new ArrayList<>();
        requestMappingHandlerMapping.getHandlerMethods().keySet().forEach(mapping -> {
            Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
            for (String pattern : mapping.getPatternValues()) {
                String path = pattern.replaceAll("\\{[^}]*}", "1").replace("**", "1");
                if (methods.isEmpty()) {
                    requests.add(new Request("GET", path));
                    requests.add(new Request("POST", path));
                }
                methods.forEach(method -> requests.add(new Request(method.name(), path)));
            }
        });
        for (String path : WEBAPP_PATHS) {
            requests.add(new Request("GET", path));
            requests.add(new Request("POST", path));
        }
        return requests;
    }

    @Test
    void theEnginesOwnSetUpAndLogInStayShutEvenForStaff() throws Exception {
        HttpClient hanna = signIn("hanna");
        for (String path : List.of(
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "/engine-rest/engine")) {
            assertThat(send(hanna, "POST", path, "").statusCode()).as(path).isEqualTo(403);
            assertThat(send(anybody, "POST", path, "").statusCode()).as(path).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nonsense", "/aply", "/actuator/env"})
    void aMistypedAddressIsToldSoAndOpensNothing(String path) throws Exception {
        for (HttpClient client : List.of(anybody, signIn("hanna"))) {
            HttpResponse<String> page = browse(client, path);
            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.body()).contains("There is no such page").doesNotContain("Password");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/desk/cases/EX-1", "/trial/clock"})
    void whoIsNotSignedInIsStillAskedToWhereStaffWork(String path) throws Exception {
        assertThat(browse(anybody, path).headers().firstValue("Location").orElseThrow())
                .endsWith("/sign-in");
    }

    private HttpResponse<String> browse(HttpClient client, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hanna", "nobody-of-this-name"})
    void aWrongPasswordKeepsTheNameAndDoesNotTellWhoHasAnAccount(String name) throws Exception {
        HttpResponse<String> page = post(anybody, "/sign-in", Map.of("username", name, "password", "wrong"));
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body())
                .contains("This name and password do not fit together")
                .contains("value=\"" + name + "\"")
                .doesNotContain("wrong\"");
    }

    @Test
    void guessingIsSlowedDownWithASentence() throws Exception {
        for (int i = 0; i < 5; i++) {
            post(anybody, "/sign-in", Map.of("username", "somebody", "password", "guess" + i));
        }
        HttpResponse<String> page = post(anybody, "/sign-in", Map.of("username", "somebody", "password", "guess"));
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.body()).contains("Please wait").contains("value=\"somebody\"");
    }

    @Test
    void guessingIsSlowedDownWhoeverTheGuesserClaimsToBe() throws Exception {
        for (int i = 0; i < 5; i++) {
            guess("203.0.113.%d, 192.0.2.20".formatted(i));
        }
        assertThat(guess("203.0.113.99, 192.0.2.20").statusCode()).isEqualTo(429);
        assertThat(guess("203.0.113.99, 192.0.2.21").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> guess(String forwardedFor) throws Exception {
        String token = token(send(anybody, "GET", "/sign-in", ""));
        return anybody.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"))
                        .header("X-Forwarded-For", forwardedFor)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "_csrf=" + token + "&username=somebody-else&password=guess"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void behindAProxyRedirectsLeadToTheAddressThatPeopleSee() throws Exception {
        HttpResponse<String> away = anybody.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/desk"))
                        .header("Accept", "text/html")
                        .header("X-Forwarded-For", "192.0.2.22")
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "exchange.example.org")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(away.headers().firstValue("Location")).contains("https://exchange.example.org/sign-in");
        assertThat(away.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        HttpClient hanna = signIn("hanna");
        assertThat(send(hanna, "POST", "/sign-out", "").statusCode()).isEqualTo(403);
        assertThat(send(hanna, "GET", "/desk", "").statusCode()).isEqualTo(200);
    }

    @Test
    void theSessionGetsANewIdAtSignIn() throws Exception {
        CookieManager cookies = new CookieManager();
        HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
        token(send(client, "GET", "/sign-in", ""));
        String before = cookies.getCookieStore().getCookies().toString();
        post(client, "/sign-in", Map.of("username", "hanna", "password", PASSWORD));
        assertThat(cookies.getCookieStore().getCookies().toString()).isNotEqualTo(before);
    }

    @Test
    void afterSignInGoesWhereSomebodyWanted() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/desk"))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> in = post(client, "/sign-in", Map.of("username", "hanna", "password", PASSWORD));
        assertThat(in.headers().firstValue("Location").orElseThrow()).endsWith("/desk");
    }

    @Test
    void pagesSayWhatBrowsersMayDo() throws Exception {
        var headers = send(anybody, "GET", "/", "").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    /** With a number kept for everybody, as the engine has it, pages loaded side by side get each other's. */
    @Test
    void pagesOfTheWebappLoadedAtTheSameTimeEachAllowTheirOwnScripts() throws Exception {
        HttpClient hanna = signIn("hanna");
        List<CompletableFuture<HttpResponse<String>>> loading = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            for (String app : List.of("tasklist", "cockpit")) {
                URI address = URI.create("http://localhost:" + port + "/camunda/app/" + app + "/default/");
                loading.add(
                        hanna.sendAsync(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString()));
            }
        }
        for (CompletableFuture<HttpResponse<String>> loaded : loading) {
            HttpResponse<String> page = loaded.get(1, TimeUnit.MINUTES);
            String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
            List<String> scripts = SCRIPT_IN_PAGE
                    .matcher(page.body())
                    .results()
                    .map(script -> script.group(1))
                    .toList();
            assertThat(scripts).isNotEmpty().allSatisfy(script -> assertThat(policy)
                    .contains("'sha256-" + sha256(script) + "'"));
        }
    }

    private static String sha256(String script) throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(hash);
    }

    @Test
    void theWorkingGroupHasTasklistAndItsCasesButNeitherCockpitNorCommunities() throws Exception {
        HttpClient wanda = signIn("wanda");
        assertThat(send(wanda, "GET", "/camunda/app/tasklist/default/", "").statusCode())
                .isEqualTo(200);
        assertThat(send(wanda, "GET", "/camunda/app/cockpit/default/", "").statusCode())
                .isEqualTo(403);
        assertThat(send(wanda, "GET", "/desk", "").statusCode()).isEqualTo(200);
        assertThat(send(wanda, "GET", "/desk/communities", "").statusCode()).isEqualTo(403);
    }

    @Test
    void filtersAreMadeOnceAndThenBelongToStaff() {
        assertThat(filters.createFilterQuery().list())
                .extracting(Filter::getName)
                .contains("Mine", "My groups", "Overdue", "Due this week", "Waiting on participants");
        long before = filters.createFilterQuery().count();
        Filter overdue = filters.createFilterQuery().filterName("Overdue").singleResult();
        filters.deleteFilter(overdue.getId());

        context.publishEvent(
                new ApplicationStartedEvent(new SpringApplication(), new String[0], context, java.time.Duration.ZERO));

        assertThat(filters.createFilterQuery().count()).isEqualTo(before - 1);
    }

    private HttpClient signIn(String name) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        assertThat(post(client, "/sign-in", Map.of("username", name, "password", PASSWORD))
                        .statusCode())
                .isEqualTo(302);
        return client;
    }

    private HttpResponse<String> post(HttpClient client, String path, Map<String, String> fields) throws Exception {
        String token = token(send(client, "GET", "/sign-in", ""));
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "_csrf=" + token + "&", ""));
        return send(client, "POST", path, body);
    }

    private static String token(HttpResponse<String> page) {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private HttpResponse<String> send(HttpClient client, String method, String path, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private record Request(String method, String path) {}
}
