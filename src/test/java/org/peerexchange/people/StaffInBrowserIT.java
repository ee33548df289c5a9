package org.peerexchange.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.Chromium;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.RunningCycle;
import org.peerexchange.Scenario;
import org.peerexchange.people.process.StaffAccounts;
import org.peerexchange.programme.Case;
import org.peerexchange.submission.Submissions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PeerExchangeTest
class StaffInBrowserIT {

    private static final String PASSWORD = "a-password-in-tests";

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    IdentityService identity;

    @Autowired
    RunningCycle cycle;

    @Autowired
    Scenario scenario;

    @Autowired
    Submissions submissions;

    @Autowired
    TaskService tasks;

    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openBrowser() {
        if (!accounts.exists("hanna")) {
            accounts.keep("hanna", "Hanna", "Horvat", PASSWORD, "exchange-staff");
            accounts.keep("wanda", "Wanda", "Wójcik", PASSWORD, "working-group");
        }
        context = newContext();
        context.setDefaultTimeout(60_000);
        page = context.newPage();
        listen(page);
    }

    @AfterEach
    void closeBrowser() {
        if (context != null) {
            context.close();
        }
    }

    private BrowserContext newContext() {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setViewportSize(1280, 800));
    }

    private void listen(Page opened) {
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        opened.onPageError(complaints::add);
    }

    @Test
    void oneSignInOpensTasklistAndCockpitAndSigningOutClosesBoth() {
        signIn("hanna");
        page.navigate("/camunda/app/tasklist/");
        assertThat(page).hasURL(Pattern.compile(".*/camunda/app/tasklist/default/.*"));
        assertThat(page.getByText("Waiting on participants")).isVisible();
        assertThat(page.locator("nav.app-menu a[href$='/desk']")).isVisible();
        shot("tasklist");

        page.navigate("/camunda/app/cockpit/");
        assertThat(page.getByText("Process Definitions").first()).isVisible();
        shot("cockpit");

        page.navigate("/camunda/app/tasklist/");
        page.getByText("Hanna Horvat").first().click();
        page.getByText("Log out").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
        page.navigate("/desk");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
        assertThat(complaints).isEmpty();
    }

    @Test
    void theWorkingGroupTakesAReviewInTasklistAndCompletesIt() {
        cycle.opens();
        cycle.takesApplications();
        Case application =
                cycle.applies("mentee", cycle.knownCommunity("Browsing community", "user-group", 1), Map.of());
        Task task = scenario.task(application, "userTask_reviewAsWorkingGroup");
        signIn("wanda");
        page.navigate("/camunda/app/tasklist/");
        page.getByText("My groups").click();
        page.getByText(task.getName()).first().click();
        page.getByText("Claim").first().click();
        page.getByLabel("Ask the applicant a question").check();
        // Left empty, the question is wrong; hidden again, that must not matter any more.
        page.getByLabel("Your question").focus();
        page.getByLabel("Your question").blur();
        page.getByLabel("Accept", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Note for colleagues").fill("A clear problem");
        page.getByLabel("Note for colleagues").blur();
        shot("task");
        // Tasklist moves the button while it checks the answers, and a click can miss it.
        Locator complete = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"));
        for (int i = 0; i < 10 && isOpen(task); i++) {
            if (complete.isVisible() && complete.isEnabled()) {
                complete.click();
            }
            page.waitForTimeout(2_000);
        }
        assertThat(isOpen(task)).isFalse();
        assertThat(submissions
                        .findFirstByCaseNumberAndDocumentOrderByVersionDesc(application.number(), "group-review")
                        .orElseThrow())
                .satisfies(sent -> {
                    assertThat(sent.author()).isEqualTo("wanda");
                    assertThat(sent.answers()).containsEntry("groupRecommendation", "accept");
                });
        assertThat(complaints).isEmpty();
    }

    @Test
    void theWorkingGroupDoesNotGetIntoCockpitAndIsToldSo() {
        signIn("wanda");
        page.navigate("/camunda/app/cockpit/");
        assertThat(page.getByText("This page is closed to you")).isVisible();
        page.navigate("/desk/communities");
        assertThat(page.getByText("This page is closed to you")).isVisible();
    }

    @Test
    void aLinkToATaskSurvivesTheSignIn() {
        page.navigate("/camunda/app/tasklist/default/#/?task=abc");
        fillIn("hanna");
        assertThat(page).hasURL(Pattern.compile(".*/camunda/app/tasklist/default/#/\\?.*task=abc.*"));
    }

    @Test
    void theSignInPageFitsASmallPhone() {
        page.setViewportSize(360, 640);
        page.navigate("/sign-in");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
        shot("sign-in-small");
        page.navigate("/");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
        assertThat(complaints).isEmpty();
    }

    private boolean isOpen(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).count() > 0;
    }

    private void signIn(String name) {
        page.navigate("/sign-in");
        fillIn(name);
        assertThat(page).hasURL(Pattern.compile(".*/desk"));
    }

    private void fillIn(String name) {
        page.getByLabel("User name").fill(name);
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    private void shot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/shots/" + name + ".png")));
    }
}
