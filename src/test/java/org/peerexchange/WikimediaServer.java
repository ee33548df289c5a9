package org.peerexchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * Stands in for meta.wikimedia.org: asks people whether they want to sign in, and tells who they are only to a client that proves
 * itself and says in its User-Agent what it is.
 */
public class WikimediaServer implements AutoCloseable {

    static final String CLIENT = "peer-exchange-in-tests";
    static final String SECRET = "a-client-secret-in-tests";
    private static final String CALLBACK = "http://localhost/login/oauth2/code/wikimedia";
    private static final String AGENT =
            "PeerExchange/[0-9][^ ]* \\(http://localhost; (?:peer-exchange|admin)@[a-z.]+\\)";

    private final HttpServer server;
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    private final Map<String, String> profilesByToken = new ConcurrentHashMap<>();

    /** What was wrong with what came in; the tests look here. */
    private final List<String> wrong = new ArrayList<>();

    private volatile Supplier<Answer> instead;
    private volatile String profile;

    private record Asked(String challenge, String profile) {}

    /** An answer that a sound server would not give. */
    public record Answer(int status, String json) {}

    WikimediaServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/authorize", this::ask);
        server.createContext("/access_token", this::token);
        server.createContext("/resource/profile", this::profile);
        server.start();
    }

    /** Who sits before the browser from now on, as Meta-Wiki knows them; and the server is well. */
    public WikimediaServer isVisitedBy(String sub, String username) {
        return tells("{\"sub\":%s,\"username\":\"%s\",\"editcount\":7,\"confirmed_email\":true,\"blocked\":false}"
                .formatted(sub, username));
    }

    /** The same with a profile in full. */
    public WikimediaServer tells(String json) {
        profile = json;
        instead = null;
        return this;
    }

    /** From now on the server answers each call of the application with this. */
    public void answers(int status, String json) {
        instead = () -> new Answer(status, json);
    }

    /** What was wrong with all calls since the last look. */
    public List<String> complaints() {
        synchronized (wrong) {
            List<String> all = List.copyOf(wrong);
            wrong.clear();
            return all;
        }
    }

    private String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** They say yes at once. */
    private void ask(HttpExchange call) throws IOException {
        Map<String, String> asked = fields(call.getRequestURI().getRawQuery());
        expect("code", asked.get("response_type"), "response_type");
        expect(CLIENT, asked.get("client_id"), "client_id");
        expect(CALLBACK, asked.get("redirect_uri"), "redirect_uri");
        expect("S256", asked.get("code_challenge_method"), "code_challenge_method");
        String code = UUID.randomUUID().toString();
        codes.put(code, new Asked(asked.getOrDefault("code_challenge", "none"), profile));
        String state = URLEncoder.encode(asked.getOrDefault("state", ""), StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Location", "%s?code=%s&state=%s".formatted(CALLBACK, code, state));
        call.sendResponseHeaders(302, -1);
        call.close();
    }

    private void token(HttpExchange call) throws IOException {
        Map<String, String> sent = fields(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        said(call);
        expect("POST", call.getRequestMethod(), "method");
        expect("authorization_code", sent.get("grant_type"), "grant_type");
        expect(CLIENT, sent.get("client_id"), "client_id");
        expect(SECRET, sent.get("client_secret"), "client_secret");
        expect(CALLBACK, sent.get("redirect_uri"), "redirect_uri");
        Asked asked = codes.remove(sent.getOrDefault("code", ""));
        if (asked == null) {
            complain("a code that was never given, or twice");
            answer(call, new Answer(400, "{\"error\":\"invalid_grant\"}"));
            return;
        }
        expect(asked.challenge(), s256(sent.getOrDefault("code_verifier", "")), "code_verifier");
        String token = UUID.randomUUID().toString();
        profilesByToken.put(token, asked.profile());
        answer(
                call,
                new Answer(
                        200,
                        "{\"token_type\":\"Bearer\",\"expires_in\":14400,\"access_token\":\"%s\",\"refresh_token\":\"unused\"}"
                                .formatted(token)));
    }

    private void profile(HttpExchange call) throws IOException {
        said(call);
        String bearer = call.getRequestHeaders().getFirst("Authorization");
        String known = bearer == null ? null : profilesByToken.remove(bearer.replaceFirst("^Bearer ", ""));
        if (known == null) {
            complain("a token that was never given: " + bearer);
        }
        answer(
                call,
                known == null ? new Answer(401, "{\"error\":\"rest-permission-denied\"}") : new Answer(200, known));
    }

    private void said(HttpExchange call) {
        String agent = String.valueOf(call.getRequestHeaders().getFirst("User-Agent"));
        if (!agent.matches(AGENT)) {
            complain("User-Agent is " + agent);
        }
    }

    private void answer(HttpExchange call, Answer sound) throws IOException {
        Answer answer = instead == null ? sound : instead.get();
        byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(answer.status(), body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private void expect(String expected, String found, String field) {
        if (!expected.equals(found)) {
            complain("%s is %s and not %s".formatted(field, found, expected));
        }
    }

    private void complain(String what) {
        synchronized (wrong) {
            wrong.add(what);
        }
    }

    private static Map<String, String> fields(String form) {
        return Stream.of(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private static String s256(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Where the application under test finds the server. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Setup {

        @Bean
        WikimediaServer wikimediaServer() {
            return new WikimediaServer();
        }

        @Bean
        DynamicPropertyRegistrar wikimediaProperties(WikimediaServer server) {
            return properties -> {
                properties.add("peerexchange.wikimedia.authorization-uri", () -> server.address() + "/authorize");
                properties.add("peerexchange.wikimedia.token-uri", () -> server.address() + "/access_token");
                properties.add("peerexchange.wikimedia.profile-uri", () -> server.address() + "/resource/profile");
            };
        }
    }

    /** The path of an address, with its query. */
    public static String path(String address) {
        URI there = URI.create(address);
        return there.getRawPath() + (there.getRawQuery() == null ? "" : "?" + there.getRawQuery());
    }
}
