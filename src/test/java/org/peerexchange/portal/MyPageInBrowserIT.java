package org.peerexchange.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.ReceivedMail;
import org.peerexchange.RunningExchange;
import org.peerexchange.Scenario;
import org.peerexchange.programme.Case;
import org.springframework.beans.factory.annotation.Autowired;

/** A participant at their own page, on a phone and on a desk. */
@PeerExchangeTest
class MyPageInBrowserIT {

    @RegisterExtension
    static final Windows windows = new Windows("my");

    @Autowired
    PortalStage stage;

    @Autowired
    Scenario scenario;

    @Autowired
    RunningExchange exchange;

    @Autowired
    ReceivedMail received;

    @BeforeEach
    void isEmpty() {
        stage.isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1200})
    void somebody_reads_how_things_stand_and_does_what_is_asked(int width) {
        Case pair = stage.ofTwo(exchange.agreed());
        exchange.runs("exchange", Map.of());
        scenario.answers(pair, "mentee", exchange.plan(true));
        received.all();
        String mine = stage.pageOf(pair, "mentor");
        Page page = windows.open(width);

        page.navigate(windows.address("/my"));
        windows.looksWell(page, "ask");

        page.navigate(windows.address(mine));
        windows.looksWell(page, "page");
        page.locator("details.document > summary").first().click();
        assertThat(page.getByText("Two of us can chair an assembly alone.")).isVisible();
        assertThat(page.locator("[aria-current=step]")).containsText("You write your plan");
        windows.looksWell(page, "page-with-plan");

        page.getByText("News from CEE").click();
        assertThat(page.getByRole(AriaRole.BUTTON)).hasText("Send me no more news");
        windows.looksWell(page, "news");
        page.goBack();

        for (String link : List.of("Correct my details", "Have my data erased")) {
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                    .click();
            assertThat(page.locator("h1")).hasText(link);
            windows.looksWell(page, link.toLowerCase().replace(' ', '-'));
            page.goBack();
        }
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Correct my details"))
                .click();
        page.getByLabel("E-mail address").fill("nowhere");
        page.getByText("Save my details").click();
        assertThat(page.locator("#email-error")).isVisible();
        windows.looksWell(page, "details-wrong");
        page.getByText("My page").click();

        page.getByText("See the way as a picture").click();
        assertThat(page.locator("#canvas .djs-element.here")).hasCount(1);
        assertThat(page.locator("#canvas .bjs-powered-by")).isVisible();
        assertThat(page.getByText("here now", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        windows.looksWell(page, "way");
        page.getByText("All of it").press("Enter");
        assertThat(page.locator("#canvas .djs-element.passed")).not().hasCount(0);
        page.locator(".trails a").last().press("Enter");
        assertThat(page.locator("#picture-of")).containsText("Activity plan");
        assertThat(page.locator("#canvas .djs-element.here")).hasCount(1);
        windows.looksWell(page, "part-of-the-way");
        page.getByText("Back", new Page.GetByTextOptions().setExact(true)).click();

        page.locator(".asked").getByRole(AriaRole.BUTTON).click();
        page.locator("#form:not([aria-busy])").waitFor();
        assertThat(page.locator("#send")).isVisible();
    }
}
