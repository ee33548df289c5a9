package org.peerexchange.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.peerexchange.Barriers;
import org.peerexchange.Chromium;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The browser of a class of tests. It has one window per width with one tab that stays, so that what a browser keeps of a site is
 * kept, too: whoever has read its scripts once need not do so again, which is most of the time a page takes. Cookies and drafts are
 * each test's own.
 */
final class Windows implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    static final int PHONE = 360;
    static final int DESK = 1200;

    private static final Path PICTURES = Path.of("target", "screenshots");

    private final String of;
    private final Map<Integer, BrowserContext> windows = new HashMap<>();
    private final Set<String> lookedAt = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();

    private Chromium chromium;
    private int port;

    /** @param of what the names of the pictures begin with */
    Windows(String of) {
        this.of = of;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        chromium = Chromium.start();
        // Long enough for a machine that does much else.
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        port = SpringExtension.getApplicationContext(context)
                .getEnvironment()
                .getRequiredProperty("local.server.port", Integer.class);
        complaints.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        windows.clear();
        if (chromium != null) {
            chromium.close();
        }
    }

    /** The tab of the window of this width, as of somebody who has not been here yet; those of other widths stay as they are. */
    Page open(int width) {
        BrowserContext window = windows.computeIfAbsent(width, this::newWindow);
        window.pages().stream().skip(1).forEach(Page::close);
        Page page = window.pages().get(0);
        page.unrouteAll();
        window.setOffline(false);
        page.setViewportSize(width, heightFor(width));
        page.navigate(address("/"));
        page.evaluate("sessionStorage.clear()");
        window.clearCookies();
        return page;
    }

    private BrowserContext newWindow(int width) {
        BrowserContext opened = browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, heightFor(width))
                        .setLocale("en-US")
                        .setTimezoneId("Europe/Kyiv"));
        opened.setDefaultTimeout(60_000);
        // A browser reports refused posts, too; what counts is what a script or the policy complains of.
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        opened.onWebError(error -> complaints.add(error.error()));
        opened.newPage();
        return opened;
    }

    private static int heightFor(int width) {
        return width < 500 ? 740 : 900;
    }

    Browser browser() {
        return chromium.browser();
    }

    /** A path of the application, as it stands in the browser. */
    String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** What scripts, or the policy, have complained of in any window. */
    List<String> complaints() {
        return complaints;
    }

    /** A page as people should find it: it fits the screen, its headings are in order, and nothing in it keeps anybody out. */
    void looksWell(Page page, String name) {
        picture(page, name);
        assertThat(scrollsSideways(page)).as(name).isFalse();
        assertThat(headings(page)).as(name).startsWith(1).isEqualTo(inOrder(headings(page)));
        assertThat(complaints).as(name).isEmpty();
    }

    /** The same on a phone and on a desk, on whichever the page was opened. */
    void looksWellOnEveryScreen(Page page, String name) {
        int width = page.viewportSize().width;
        for (int other : new int[] {PHONE, DESK}) {
            page.setViewportSize(other, heightFor(other));
            looksWell(page, name);
        }
        page.setViewportSize(width, heightFor(width));
    }

    /**
     * Of each page a picture to look at; what axe finds in it is no matter of taste. It looks once at each name, since it takes
     * long: at the width at which the page is pictured first, that of a phone where it is looked at on every screen.
     */
    void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve("%s-%s-%d.png".formatted(of, name, page.viewportSize().width))));
        if (lookedAt.add(name)) {
            assertThat(Barriers.on(page)).as(name).isEmpty();
        }
    }

    static boolean scrollsSideways(Page page) {
        return (boolean) page.evaluate("document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth");
    }

    private static List<Integer> headings(Page page) {
        return page.locator("h1, h2, h3, h4, h5").all().stream()
                .filter(Locator::isVisible)
                .map(Windows::level)
                .toList();
    }

    private static int level(Locator heading) {
        return ((Number) heading.evaluate("one => Number(one.tagName.substring(1))")).intValue();
    }

    /** The same levels, where none is more than one deeper than the one before it. */
    private static List<Integer> inOrder(List<Integer> levels) {
        for (int i = 1; i < levels.size(); i++) {
            if (levels.get(i) > levels.get(i - 1) + 1) {
                return levels.subList(0, i);
            }
        }
        return levels;
    }
}
