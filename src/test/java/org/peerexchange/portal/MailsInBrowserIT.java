package org.peerexchange.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.ReceivedMail;
import org.peerexchange.RunningCycle;
import org.peerexchange.Scenario;
import org.springframework.beans.factory.annotation.Autowired;

/** Where the links in mails lead: to what was sent, to fewer mails, and to pages and mails in another language. */
@PeerExchangeTest
class MailsInBrowserIT {

    private static final String NEWS = "impact-report-published";
    private static final String NEEDED = "pair-agreed";
    private static final String PROBLEM = "Nobody wants to sit on our board, and we do not know why.";

    @RegisterExtension
    static final Windows windows = new Windows("mails");

    @Autowired
    PortalStage stage;

    @Autowired
    Scenario scenario;

    @Autowired
    RunningCycle cycle;

    @Autowired
    ReceivedMail received;

    private Page page;
    private FormOnPage form;

    @BeforeEach
    void isEmpty() {
        stage.isEmpty();
    }

    private void open(int width) {
        page = windows.open(width);
        form = new FormOnPage(page);
    }

    private void goesTo(String path) {
        page.navigate(windows.address(path));
    }

    private Locator heading() {
        return page.locator("h1");
    }

    @Test
    void an_application_is_read_again_and_changed_until_applications_close() {
        open(Windows.PHONE);
        cycle.opens();
        cycle.takesApplications();
        cycle.applies("mentee", cycle.knownCommunity("Examplia", "user-group", 1), Map.of());

        goesTo(linkToChangeIn("We have your application"));
        assertThat(form.field("Your name")).hasValue("Example Applicant");
        assertThat(problem()).hasValue("We have never run a general assembly and do not know how to begin.");
        assertThat(page.getByLabel("Governance")).isChecked();
        assertThat(form.field("Earliest day for the visit")).hasValue("1 Jun " + cycle.year());
        windows.looksWellOnEveryScreen(page, "change-application");
        problem().fill("Too short.");
        form.send();
        assertThat(form.summary()).containsText("Please write at least 30 characters.");
        problem().fill(PROBLEM);
        form.sends();
        scenario.runJobs();

        String again = linkToChangeIn("We have your changed application");
        goesTo(again);
        assertThat(problem()).hasValue(PROBLEM);
        problem().fill("What came to our minds only after the last day.");
        form.isSaved();
        scenario.passesUntil(cycle.day(3, 2));
        form.send();
        assertThat(form.summary()).containsText("Applications are closed. What was sent stays as it is");
        assertThat(problem()).hasValue("What came to our minds only after the last day.");

        goesTo(again);
        assertThat(heading()).hasText("Change our application");
        assertThat(page.locator("main")).containsText("Applications are closed. What was sent stays as it is");
        assertThat(page.locator("#send")).hasCount(0);
        windows.looksWellOnEveryScreen(page, "change-over");
    }

    private Locator problem() {
        return form.field("Which one problem do you want to solve?");
    }

    private String linkToChangeIn(String subject) {
        String mail = ReceivedMail.text(received.newest("applicant%d@example.org".formatted(cycle.year()), subject));
        return ReceivedMail.linkAfter(mail, "Change our application", "/p/");
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1200})
    void whoever_wants_no_more_news_is_told_what_still_comes_gets_that_alone_and_can_come_back(int width) {
        open(width);
        PortalStage.Requested request = stage.requested();
        stage.writes(request, NEWS);
        String news = ReceivedMail.text(received.newest(request.address(), "The impact report"));

        goesTo(ReceivedMail.linkAfter(news, "No more news from this programme", "/unsubscribe/"));
        assertThat(heading()).hasText("No more news?");
        assertThat(page.locator("main")).containsText("What you are asked for, and reminders of it");
        windows.looksWell(page, "no-more-news");
        presses("Send me no more news");
        assertThat(heading()).hasText("You get no more news");
        assertThat(page.locator("main")).containsText("What you are asked for, and reminders of it");
        windows.looksWell(page, "no-news");
        received.isForgotten();
        stage.writes(request, NEWS);
        stage.writes(request, NEEDED);
        assertThat(received.textsTo(request.address()))
                .singleElement()
                .asString()
                .contains("You have a partner");

        page.reload();
        assertThat(heading()).hasText("You get no more news");
        presses("Send me news again");
        assertThat(heading()).hasText("No more news?");
        received.isForgotten();
        stage.writes(request, NEWS);
        assertThat(received.textsTo(request.address()))
                .singleElement()
                .asString()
                .contains("The impact report");
        assertThat(windows.complaints()).isEmpty();
    }

    private void presses(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    @Test
    void a_language_is_chosen_on_any_page_keeps_what_was_typed_and_holds_for_mails_when_that_is_asked_for()
            throws Exception {
        open(Windows.PHONE);
        goesTo("/apply");
        reads("pl");
        assertThat(heading()).hasText("Weź udział");
        goesTo("/");
        assertThat(page.locator("html")).hasAttribute("lang", "pl");
        reads("en");

        PortalStage.Requested request = stage.requested("report-trouble");
        goesTo(request.path());
        form.field("In a few sentences").fill("A broken leg.");
        reads("sr");
        assertThat(page.locator("#form textarea").first()).hasValue("A broken leg.");
        assertThat(page.locator("#send")).hasText("Пошаљите");
        windows.looksWellOnEveryScreen(page, "form-in-serbian");

        goesTo(stage.pageOf(request));
        reads("uk");
        assertThat(heading()).hasText("Моя сторінка");
        assertThat(page.locator("footer")).containsText("надходять цією мовою: English.");
        windows.looksWellOnEveryScreen(page, "own-page-in-ukrainian");
        presses("Отримувати листи мовою цієї сторінки");
        assertThat(page.locator("footer")).not().containsText("надходять цією мовою");
        goesTo("/my");
        page.locator("#email").fill(request.address());
        page.locator("main form button").first().click();
        page.locator("main [role=status]").waitFor();
        MimeMessage mail = received.to(request.address()).get(0);
        assertThat(mail.getHeader("Content-Language")).containsExactly("uk");
        assertThat(mail.getSubject()).contains("сторінка");
    }

    private void reads(String language) {
        page.locator(".languages a[lang=%s]".formatted(language)).click();
        assertThat(page.locator("html")).hasAttribute("lang", language);
    }
}
