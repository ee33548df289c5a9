package org.peerexchange.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peerexchange.WikimediaServer;

/** Somebody with a browser: keeps cookies, and posts with the token of the page opened last. */
public class Visitor {

    private static final Pattern TOKEN = Pattern.compile("(?:data-csrf-token|name=\"_csrf\"[^>]*value)=\"([^\"]+)\"");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String site;
    private String pageToken = "none";
    private String address;
    private String languages;

    public Visitor(int port) {
        site = "http://localhost:" + port;
    }

    /** The same visitor as a proxy announces it: from this network address. */
    Visitor from(String networkAddress) {
        address = networkAddress;
        return this;
    }

    /** The same visitor with a browser that asks for these languages. */
    Visitor prefers(String acceptLanguage) {
        languages = acceptLanguage;
        return this;
    }

    /** The id of the session, as the browser keeps it; empty while there is none. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("peerexchange"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** The same visitor with the session of somebody else. */
    Visitor withSession(String id) {
        HttpCookie cookie = new HttpCookie("peerexchange", id);
        cookie.setPath("/");
        cookies.getCookieStore().add(URI.create(site), cookie);
        return this;
    }

    void forgetsTheTokenOfThePage() {
        pageToken = "none";
    }

    /** What the server answered. */
    public record Answer(int status, String text, HttpResponse<byte[]> response) {

        public JsonNode json() {
            try {
                return MAPPER.readTree(text);
            } catch (IOException noJson) {
                throw new UncheckedIOException(noJson);
            }
        }

        String sentence() {
            return json().path("message").asText();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    public Answer opens(String path) {
        Answer page = send(HttpRequest.newBuilder(URI.create(site + path)));
        Matcher token = TOKEN.matcher(page.text());
        if (token.find()) {
            pageToken = token.group(1);
        }
        return page;
    }

    /**
     * Follows the link to sign in with Wikimedia, as far as it leads: to Wikimedia, and back to where this site ends up.
     *
     * @return the page there, or the refusal
     */
    public Answer signsInWithWikimedia() {
        return comesBack(leavesForWikimedia());
    }

    /** Goes to Wikimedia and says yes. @return where Wikimedia sends its visitor back to */
    String leavesForWikimedia() {
        Answer away = opens("/oauth2/authorization/wikimedia");
        Answer asked = send(HttpRequest.newBuilder(URI.create(away.header("Location"))));
        return WikimediaServer.path(asked.header("Location"));
    }

    Answer comesBack(String path) {
        Answer page = opens(path);
        for (int i = 0; i < 4 && page.status() == 302; i++) {
            page = opens(WikimediaServer.path(page.header("Location")));
        }
        return page;
    }

    Answer asksOnlyForHeaders(String path) {
        return send(
                HttpRequest.newBuilder(URI.create(site + path)).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    /** Asks as browsers do, who want a page also to read what went wrong. */
    Answer looksAt(String path) {
        return send(HttpRequest.newBuilder(URI.create(site + path)).header("Accept", "text/html"));
    }

    /** Asks as browsers do, who take compressed answers. */
    Answer takesCompressed(String path) {
        return send(HttpRequest.newBuilder(URI.create(site + path)).header("Accept-Encoding", "gzip"));
    }

    public Answer posts(String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(site + path))
                .header("X-CSRF-TOKEN", pageToken)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public Answer uploads(String path, String upload, String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(text("--limit\r\nContent-Disposition: form-data; name=\"upload\"\r\n\r\n" + upload + "\r\n"));
        body.writeBytes(text("--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: image/jpeg\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(text("\r\n--limit--\r\n"));
        return send(HttpRequest.newBuilder(URI.create(site + path + "/files"))
                .header("X-CSRF-TOKEN", pageToken)
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** The key of a form in a page, with which it counts once. */
    static String onceIn(Answer page) {
        Matcher once = Pattern.compile("(?:\"once\":|name=\"once\" value=)\"([0-9a-f-]{36})\"")
                .matcher(page.text());
        if (!once.find()) {
            throw new AssertionError("The page has no key.");
        }
        return once.group(1);
    }

    /** Sends a page's plain form. */
    Answer submits(String path, Map<String, String> typed) {
        StringBuilder body = new StringBuilder("_csrf=" + encoded(pageToken));
        typed.forEach((key, value) -> body.append('&').append(key).append('=').append(encoded(value)));
        return send(HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(HttpRequest.Builder request) {
        if (address != null) {
            request.header("X-Forwarded-For", address);
        }
        if (languages != null) {
            request.header("Accept-Language", languages);
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), response);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
