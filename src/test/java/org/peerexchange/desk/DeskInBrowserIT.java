package org.peerexchange.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.Chromium;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.Scenario;
import org.peerexchange.programme.Case;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PeerExchangeTest
class DeskInBrowserIT {

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    DeskStage stage;

    @Autowired
    Scenario scenario;

    private Case pair;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void aCaseWithEverything() {
        stage.hireStaff();
        pair = stage.exchangeWithAChangedPlan();
    }

    @Test
    void everyPageFitsADesktopAndAPhone() {
        stage.nobodyActs();
        String community =
                scenario.community("Community of the mentee", "user-group").id();
        for (int width : new int[] {1280, 360}) {
            try (BrowserContext context = context(width)) {
                Page page = signIn(context);
                shot(page, "/desk", "desk", width);
                shot(page, "/desk/cases/" + pair.number(), "case", width);
                shot(page, "/desk/cases/EX-1999-001", "missing", width);
                shot(page, "/desk/communities", "communities", width);
                shot(page, "/desk/communities/" + community, "community", width);
            }
        }
    }

    @Test
    void aTaskInTasklistLeadsToTheCasePage() {
        stage.planWaitsForTheHub(pair);
        String task = scenario.task(pair, "userTask_approvePlan").getId();
        try (BrowserContext context = context(1280)) {
            Page page = signIn(context);
            page.navigate("/camunda/app/tasklist/default/#/?task=" + task);
            var link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the case page"));
            link.waitFor();
            Page opened = context.waitForPage(link::click);
            assertThat(opened).hasURL(Pattern.compile(".*/desk/cases/" + pair.number()));
            assertThat(opened.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .containsText(pair.number());
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/desk/tasklist.png")));
        }
    }

    private BrowserContext context(int width) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setViewportSize(width, 800));
        context.setDefaultTimeout(60_000);
        return context;
    }

    private static Page signIn(BrowserContext context) {
        Page page = context.newPage();
        page.navigate("/desk");
        page.locator("[name=username]").fill("hanna");
        page.locator("[name=password]").fill(DeskStage.PASSWORD);
        page.locator("main button").first().click();
        page.waitForURL("**/desk**");
        return page;
    }

    private static void shot(Page page, String path, String name, int width) {
        int status = page.navigate(path).status();
        assertThat(status).as(path).isLessThan(500);
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("%s at %d", path, width)
                .isLessThanOrEqualTo(width);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/desk/%s-%d.png".formatted(name, width)))
                .setFullPage(true));
    }
}
