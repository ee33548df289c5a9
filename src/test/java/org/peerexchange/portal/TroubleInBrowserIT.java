package org.peerexchange.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.RunningCycle;
import org.peerexchange.RunningExchange;
import org.peerexchange.Scenario;
import org.peerexchange.people.Secret;
import org.peerexchange.programme.Case;
import org.peerexchange.submission.Submissions;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever goes wrong has a page or a sentence of its own, and nothing that was typed is lost by it. */
@PeerExchangeTest
class TroubleInBrowserIT {

    /** Four megabytes. */
    private static final String ENDLESS = "Далі. ".repeat(466_000);

    @RegisterExtension
    static final Windows windows = new Windows("trouble");

    @Autowired
    PortalStage stage;

    @Autowired
    Scenario scenario;

    @Autowired
    RunningExchange exchange;

    @Autowired
    RunningCycle cycle;

    @Autowired
    Drafts drafts;

    @Autowired
    Submissions submissions;

    @Autowired
    RepositoryService repository;

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

    private Response goesTo(String path) {
        return page.navigate(windows.address(path));
    }

    private Locator heading() {
        return page.locator("h1");
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1200})
    void a_link_that_nobody_made_or_that_is_too_old_says_so_and_leads_to_a_fresh_one(int width) {
        open(width);
        for (String forged : new String[] {"/p/never-made", "/my/never-made", "/my/never-made/details"}) {
            assertThat(goesTo(forged).status()).as(forged).isEqualTo(404);
            assertThat(heading()).hasText("This link does not work");
            assertThat(page.locator("main")).containsText("Please copy the whole address from the mail");
        }
        assertThat(goesTo("/unsubscribe/never-made").status()).isEqualTo(404);
        assertThat(page.locator("main")).containsText("The link to unsubscribe is not complete.");
        windows.looksWell(page, "forged");

        PortalStage.Requested request = stage.requested();
        stage.isTooOld(request);
        assertThat(goesTo(request.path()).status()).isEqualTo(410);
        assertThat(heading()).hasText("This link does not work");
        assertThat(page.locator("main")).containsText("too old");
        windows.looksWell(page, "too-old");
        page.locator(".languages a[lang=pl]").click();
        assertThat(heading()).hasText("Ten link nie działa");
        assertThat(page.locator("main")).containsText("zbyt stary");
        page.locator(".languages a[lang=en]").click();

        page.getByText("Have a fresh link to your page mailed to you").click();
        page.getByLabel("E-mail address").fill(request.address());
        page.locator("main button").click();
        assertThat(page.locator("main")).containsText("a mail with your link");
        assertThat(windows.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1200})
    void a_link_that_was_used_says_so(int width) {
        open(width);
        PortalStage.Requested request = stage.requested();
        stage.isUsed(request);

        assertThat(goesTo(request.path()).status()).isEqualTo(200);

        assertThat(heading()).hasText("Thank you – this is done");
        assertThat(page.locator("main")).containsText("There is nothing more to do on this page");
        assertThat(page.locator("main")).containsText("If this was not you");
        windows.looksWell(page, "used");
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1200})
    void a_link_of_somebody_else_says_whose_it_is_and_does_not_mix_the_two(int width) {
        open(width);
        Case pair = stage.ofTwo(exchange.agreed());
        exchange.runs("exchange", Map.of());
        String mentors = stage.pageOf(pair, "mentor");
        goesTo(mentors);
        assertThat(page.locator("main")).containsText("Nothing just now.");
        String passedOn =
                stage.asked(pair, "mentee", scenario.request(pair, "mentee").id());

        goesTo(passedOn);

        assertThat(page.locator(".facts")).containsText("Person mentee");
        assertThat(page.locator(".facts")).containsText(pair.title());
        assertThat(page.locator("main")).not().containsText("Back to your page");
        windows.looksWell(page, "of-somebody-else");
        assertThat(goesTo(passedOn.replace("/p/", "/my/")).status())
                .as("it opens nothing else of theirs")
                .isEqualTo(404);
        assertThat(heading()).hasText("This link does not work");
    }

    @Test
    void a_link_that_ends_while_its_page_is_open_costs_nothing() {
        open(Windows.PHONE);
        PortalStage.Requested request = stage.requested("withdraw");
        goesTo(request.path());
        form.field("Why").fill("We have no time this year.");
        form.isSaved();
        stage.isTooOld(request);

        page.getByLabel("Yes, we withdraw").check();
        assertThat(sentBy(form::send).status()).isEqualTo(410);
        assertThat(form.summary()).containsText("too old");
        assertThat(form.field("Why")).hasValue("We have no time this year.");
        windows.looksWellOnEveryScreen(page, "ended-while-open");

        goesTo(stage.reminded(request));
        assertThat(form.field("Why")).hasValue("We have no time this year.");
    }

    /** What the server answers to what this does. */
    private Response sentBy(Runnable act) {
        return page.waitForResponse(
                answer -> answer.request().method().equals("POST")
                        && !answer.url().contains("/draft"),
                act);
    }

    /** How long a text is has nothing to do with the width of a screen. */
    @Test
    void four_megabytes_in_one_answer_are_refused_at_it_and_cost_no_other() {
        open(Windows.PHONE);
        goesTo(stage.requested().path());
        form.field("Title of the report").fill("Four days in Baltia");
        form.field("What did you learn?").fill(ENDLESS);
        assertThat(page.locator("#saved")).containsText("Please shorten the longest answer.");

        form.send();

        assertThat(form.summary()).containsText("What did you learn? – Please write at most 2000 characters.");
        assertThat(form.field("Title of the report")).hasValue("Four days in Baltia");
        assertThat(lengthOf(form.field("What did you learn?"))).isEqualTo(ENDLESS.length());
        form.field("What did you learn?").fill("Shorter.");
        form.isSaved();
        page.reload();
        assertThat(form.field("Title of the report")).hasValue("Four days in Baltia");
        assertThat(form.field("What did you learn?")).hasValue("Shorter.");
    }

    /** How long a text is has nothing to do with the width of a screen. */
    @Test
    void four_megabytes_on_a_page_without_a_script_are_refused_at_their_field_and_cost_no_other() {
        open(Windows.PHONE);
        goesTo("/help/exchange");
        page.getByLabel("What is it about?").selectOption(new SelectOption().setIndex(1));
        page.getByLabel("Your question").fill(ENDLESS);
        page.getByLabel("Your name").fill("Ana Marin");
        page.getByLabel("Your email address").fill("ana@example.org");

        assertThat(sentBy(() -> page.locator("main form button").click()).status())
                .isEqualTo(422);

        assertThat(page.locator("#question-error")).containsText("far too long");
        assertThat(page.getByLabel("Your name")).hasValue("Ana Marin");
        assertThat(lengthOf(page.getByLabel("Your question")))
                .isGreaterThanOrEqualTo(ENDLESS.strip().length());
    }

    private static int lengthOf(Locator field) {
        return ((Number) field.evaluate("one => one.value.length")).intValue();
    }

    @Test
    void a_page_without_a_script_outlives_its_session() {
        open(Windows.PHONE);
        goesTo("/help/exchange");
        page.getByLabel("What is it about?").selectOption(new SelectOption().setIndex(1));
        page.getByLabel("Your question").fill("Who pays for the train?");
        page.getByLabel("Your name").fill("Ana Marin");
        page.getByLabel("Your email address").fill("ana@example.org");
        page.context().clearCookies();
        page.locator("main form button").click();
        assertThat(heading()).hasText("Thank you – we have your question");

        PortalStage.Requested request = stage.requested();
        goesTo(stage.pageOf(request));
        page.context().clearCookies();
        page.locator(".asked button").first().click();
        form.isReady();
        goesTo(stage.pageOf(request) + "/details");
        page.locator("#name").fill("Ana-Maria Marin");
        page.context().clearCookies();
        page.getByText("Save my details").click();
        assertThat(page.locator("main")).containsText("Your details are saved.");
    }

    @Test
    void an_application_whose_questions_change_while_it_is_open_is_read_again_before_it_is_sent() throws IOException {
        cycle.opens();
        cycle.takesApplications();
        String secret = Secret.make();
        Map<String, Object> typed = new HashMap<>(cycle.usually("mentee"));
        typed.put("community", cycle.knownCommunity("Examplia", "user-group", 1).id());
        drafts.save(DraftPages.ofApplication("exchange", "mentee", secret), 0, UUID.randomUUID(), typed);
        open(Windows.PHONE);
        goesTo(DraftPages.addressOf("exchange", "mentee", secret));
        form.field("Your name").fill("Ana Marin");

        String deployment = deployed("forms/exchange/mentee-application.form", "What is your favourite tea?");
        try {
            assertThat(sentBy(form::send).status()).isEqualTo(409);
            assertThat(form.summary()).containsText("The questions of this form were changed");
            assertThat(form.field("Your name")).hasValue("Ana Marin");
            windows.looksWellOnEveryScreen(page, "changed-form");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the page again"))
                    .click();
            assertThat(form.field("What is your favourite tea?")).hasValue("");
            assertThat(form.field("Your name")).hasValue("Ana Marin");

            form.field("What is your favourite tea?").fill("Linden");
            form.send();
            assertThat(heading()).hasText("Thank you – we have your application");
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    /** What is asked of somebody stays as it was asked; there is nothing to see, on whatever screen. */
    @Test
    void a_request_is_answered_in_the_form_it_was_made_with_whatever_is_deployed_meanwhile() throws IOException {
        PortalStage.Requested request = stage.requested("withdraw");
        open(Windows.DESK);
        goesTo(request.path());
        page.getByLabel("Yes, we withdraw").check();

        String deployment = deployed("forms/exchange/withdraw.form", "What is your favourite tea?");
        try {
            form.sends();
        } finally {
            repository.deleteDeployment(deployment, true);
        }
        assertThat(submissions.findByTaskId(request.id()).orElseThrow().formVersion())
                .isEqualTo(1);
    }

    /** The form with one more question, which must be answered. */
    private String deployed(String file, String question) throws IOException {
        String json = Files.readString(Path.of(file))
                .replaceFirst(
                        "\"components\": \\[",
                        "\"components\": [{\"id\": \"Field_tea\", \"type\": \"textfield\", \"key\": \"tea\", \"label\": \""
                                + question + "\", \"validate\": {\"required\": true, \"maxLength\": 100}},");
        return repository.createDeployment().addString(file, json).deploy().getId();
    }

    @Test
    void what_staff_have_done_while_the_page_was_open_is_said_and_what_was_typed_stays() {
        Case pair = stage.ofTwo(exchange.agreed());
        exchange.isPlanned(false);
        open(Windows.PHONE);
        goesTo(stage.asked(
                pair, "traveller", scenario.request(pair, "traveller").id()));
        form.field("Your name exactly as in your passport").fill("Example Traveller");
        form.choose(form.field("Date of birth"), "17 May 1990");
        form.field("Where does your journey begin?").fill("Sampleville");
        form.field("Citizenship").fill("Exampleland");
        page.locator("#form input[type=radio]").first().check();

        scenario.passesUntil(exchange.day(6, 30));
        scenario.staffCompletes(
                pair, "userTask_decideOnDetails", Map.of("detailsDecision", "by-phone", "reason", "We called them."));
        scenario.staffCompletes(pair, "userTask_recordDetails", exchange.travelDetails("have"));

        assertThat(sentBy(form::send).status()).isEqualTo(409);
        assertThat(form.summary()).containsText("already been answered or is no longer needed");
        assertThat(form.summary()).containsText("copy what you still need");
        assertThat(form.field("Citizenship")).hasValue("Exampleland");
        windows.looksWellOnEveryScreen(page, "done-by-staff");
        form.summary().locator("a").click();
        assertThat(heading()).hasText("This link has run out");
        assertThat(page.locator("main")).containsText("has been dealt with");
        windows.looksWellOnEveryScreen(page, "dealt-with");
    }
}
