package org.peerexchange;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The browser of the browser tests: the one named by CHROMIUM, Debian's Chromium without windows, which takes half the time, or
 * Debian's Chromium.
 */
public final class Chromium implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program, String... more) {
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(Stream.concat(Stream.of("--no-sandbox"), Stream.of(more))
                                .toList()));
    }

    /**
     * Starts it, or says that the browser tests are skipped because there is none.
     *
     * @param more further arguments of the program
     */
    public static Chromium start(String... more) {
        Optional<Path> program = Stream.of(
                        System.getenv("CHROMIUM"),
                        "/usr/bin/chromium-headless-shell",
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(name -> name != null && !name.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            System.err.println(
                    "Browser tests are skipped: no Chromium was found. Install the package chromium-headless-shell or chromium, or name"
                            + " the program in the environment variable CHROMIUM.");
        }
        Assumptions.assumeTrue(program.isPresent(), "no Chromium");
        return new Chromium(program.get(), more);
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
