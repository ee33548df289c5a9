package org.peerexchange.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerexchange.Barriers;
import org.peerexchange.Chromium;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.RunningExchange;
import org.peerexchange.Scenario;
import org.peerexchange.mail.Dispatcher;
import org.peerexchange.people.PersonalLink;
import org.peerexchange.people.PersonalLinks;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Parties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A participant at their own page, on a phone and on a desk. */
@PeerExchangeTest
class MyPageInBrowserIT {

    private static final Path PICTURES = Path.of("target", "screenshots");

    static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    PortalStage stage;

    @Autowired
    Scenario scenario;

    @Autowired
    RunningExchange exchange;

    @Autowired
    PersonalLinks links;

    @Autowired
    Parties parties;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeAll
    static void startChromium() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void comeBackToToday() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1200})
    void somebody_reads_how_things_stand_and_does_what_is_asked(int width) {
        jdbc.update(
                "update app.persons set email = id || '@elsewhere.example' where email like 'person.%@example.org'");
        Case pair = stage.ofTwo(exchange.agreed());
        exchange.runs("exchange", Map.of());
        scenario.answers(pair, "mentee", exchange.plan(true));
        dispatcher.dispatch();
        String mine = links.mint(parties.of(pair.number(), "mentor").personId(), pair.number(), PersonalLink.MY, "");

        try (BrowserContext window = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, width < 500 ? 740 : 900)
                        .setLocale("en-US"))) {
            window.setDefaultTimeout(60_000);
            Page page = window.newPage();
            page.navigate("http://localhost:" + port + "/my");
            picture(page, "ask", width);
            assertThat(scrollsSideways(page)).isFalse();

            page.navigate("http://localhost:" + port + mine.substring(mine.indexOf("/my/")));
            picture(page, "page", width);
            assertThat(scrollsSideways(page)).isFalse();
            assertThat(headings(page)).startsWith(1, 2).isEqualTo(inOrder(headings(page)));
            page.locator("details.document > summary").first().click();
            assertThat(page.getByText("Two of us can chair an assembly alone.")).isVisible();
            assertThat(page.locator("[aria-current=step]")).containsText("You write your plan");
            picture(page, "page-with-plan", width);
            assertThat(scrollsSideways(page)).isFalse();

            page.getByText("News from CEE").click();
            assertThat(page.getByRole(AriaRole.BUTTON)).hasText("Send me no more news");
            picture(page, "news", width);
            assertThat(scrollsSideways(page)).isFalse();
            page.goBack();

            assertThat(Barriers.on(page)).as("my page").isEmpty();
            for (String link : List.of("Correct my details", "Have my data erased")) {
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                        .click();
                assertThat(page.locator("h1")).hasText(link);
                looksWell(page, link, width);
                page.goBack();
            }
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Correct my details"))
                    .click();
            page.getByLabel("E-mail address").fill("nowhere");
            page.getByText("Save my details").click();
            assertThat(page.locator("#email-error")).isVisible();
            looksWell(page, "details-wrong", width);
            page.getByText("My page").click();

            page.getByText("See the way as a picture").click();
            assertThat(page.locator("#canvas .djs-element.here")).hasCount(1);
            assertThat(page.locator("#canvas .bjs-powered-by")).isVisible();
            assertThat(page.getByText("here now", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            looksWell(page, "way", width);
            page.getByText("All of it").press("Enter");
            assertThat(page.locator("#canvas .djs-element.passed")).not().hasCount(0);
            page.locator(".trails a").last().press("Enter");
            assertThat(page.locator("#picture-of")).containsText("Activity plan");
            assertThat(page.locator("#canvas .djs-element.here")).hasCount(1);
            looksWell(page, "part-of-the-way", width);
            page.getByText("Back", new Page.GetByTextOptions().setExact(true)).click();

            page.locator(".asked").getByRole(AriaRole.BUTTON).click();
            page.locator("#form:not([aria-busy])").waitFor();
            assertThat(page.locator("#send")).isVisible();
        }
    }

    private static void looksWell(Page page, String name, int width) {
        picture(page, name.toLowerCase().replace(' ', '-'), width);
        assertThat(scrollsSideways(page)).as(name).isFalse();
        assertThat(Barriers.on(page)).as(name).isEmpty();
        assertThat(headings(page)).as(name).startsWith(1).isEqualTo(inOrder(headings(page)));
    }

    private static List<Integer> headings(Page page) {
        return page.locator("h1, h2, h3, h4, h5").all().stream()
                .map(MyPageInBrowserIT::level)
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

    private static boolean scrollsSideways(Page page) {
        return (boolean) page.evaluate("document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth");
    }

    private static void picture(Page page, String name, int width) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve("my-%s-%d.png".formatted(name, width))));
    }
}
