package org.peerexchange.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerexchange.Barriers;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.submission.Asking;
import org.peerexchange.submission.FormFiles;
import org.peerexchange.submission.Submissions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Participants at their pages, in a browser, on a phone and on a desk. */
@PeerExchangeTest
class PortalInBrowserIT {

    @RegisterExtension
    static final Windows windows = new Windows("portal");

    @Autowired
    PortalStage stage;

    @Autowired
    Submissions submissions;

    @Autowired
    Asking asking;

    @Autowired
    JdbcTemplate jdbc;

    Page page;
    FormOnPage form;

    @BeforeEach
    void openWindow() {
        openWindow(Windows.DESK);
    }

    /** In a window of this width the test goes on; others stay as they are. */
    private void openWindow(int width) {
        goOnIn(windows.open(width));
    }

    private void goOnIn(Page tab) {
        page = tab;
        form = new FormOnPage(tab);
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1200})
    void a_report_with_photos_is_sent_on_screens_of_every_size(int width) {
        openWindow(width);
        PortalStage.Requested request = stage.requested();
        page.navigate(address(request.path()));
        assertThat(field("Title of the report")).isVisible();
        picture("request");

        form.send();
        assertThat(page.locator("#summary")).containsText("Nothing has been sent yet");
        assertThat(page.locator("#summary")).isFocused();
        picture("refused-by-the-form");

        fillIn();
        form.send();
        // The form cannot know that a photo is missing; the server says it, and it lands at its place.
        assertThat(page.locator("#upload-photos")).containsText("at least one is needed");
        assertThat(page.locator("#upload-photos-input")).isFocused();
        picture("refused-by-the-server");
        assertThat(field("Title of the report")).hasValue("Four days in Baltia");

        addPhotos("first.png", "second.png");
        assertThat(page.locator("#upload-photos li")).hasCount(2);
        assertThat(page.locator("#upload-photos-input")).isDisabled();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove first.png"))
                .click();
        assertThat(page.locator("#upload-photos li")).hasCount(1);
        picture("filled-in");
        form.send();

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Thank you – this is done");
        assertThat(page.locator("#form")).containsText("second.png");
        assertThat(page.locator(".fjs-powered-by")).isVisible();
        picture("sent");
        assertThat(submissions.findByTaskId(request.id()).orElseThrow().answers())
                .containsEntry("title", "Four days in Baltia")
                .containsEntry("days", List.of(Map.of("date", "2031-09-01", "what", "Met the team")));
        assertThat(Windows.scrollsSideways(page)).isFalse();
        assertThat(windows.complaints()).isEmpty();
    }

    @Test
    void what_the_server_finds_wrong_in_a_row_lands_in_that_row() {
        PortalStage.Requested request = stage.requested();
        page.navigate(address(request.path()));
        fillIn();
        addPhotos("photo.png");
        page.locator(".fjs-repeat-render-add").click();
        Locator second = page.locator(".fjs-repeat-row-container").nth(1);
        form.choose(second.getByLabel("Day*"), "2 Sep 2031");
        second.getByLabel("What you did").fill("Parted");
        page.route("**/p/*", route -> {
            if (route.request().method().equals("POST")) {
                route.fulfill(
                        new com.microsoft.playwright.Route.FulfillOptions()
                                .setStatus(422)
                                .setContentType("application/json")
                                .setBody(
                                        "{\"errors\":[{\"field\":\"days[1].what\",\"label\":\"What you did\","
                                                + "\"message\":\"Please say more about this day.\"},"
                                                + "{\"field\":\"visit\",\"label\":\"Visit\",\"message\":\"The visit is not over yet.\"}]}"));
            } else {
                route.resume();
            }
        });

        form.send();

        assertThat(second).containsText("Please say more about this day.");
        assertThat(form.summary()).isFocused();
        assertThat(page.locator("#summary")).containsText("The visit is not over yet.");
        assertThat(page.locator("#summary a")).hasCount(1);
        second.getByLabel("What you did").fill("Parted as friends");
        second.getByLabel("What you did").blur();
        assertThat(second).not().containsText("Please say more about this day.");
    }

    @Test
    void a_click_too_many_sends_once() {
        PortalStage.Requested request = stage.requested();
        page.navigate(address(request.path()));
        fillIn();
        addPhotos("photo.png");
        AtomicInteger posts = new AtomicInteger();
        page.onRequest(sent -> {
            if (sent.method().equals("POST") && sent.url().contains(request.path() + "?draft=")) {
                posts.incrementAndGet();
            }
        });

        page.locator("#send").dblclick();

        assertThat(page.locator("h1")).hasText("Thank you – this is done");
        assertThat(posts).hasValue(1);
    }

    @Test
    void without_a_connection_everything_stays_and_can_be_sent_later() {
        PortalStage.Requested request = stage.requested();
        page.navigate(address(request.path()));
        fillIn();
        addPhotos("photo.png");
        page.context().setOffline(true);

        form.send();
        assertThat(page.locator("#summary")).containsText("The connection failed");
        assertThat(field("Title of the report")).hasValue("Four days in Baltia");
        picture("no-connection");
        page.context().setOffline(false);
        form.send();

        assertThat(page.locator("h1")).hasText("Thank you – this is done");
    }

    @Test
    void a_reload_and_the_back_button_bring_back_what_was_typed() {
        PortalStage.Requested request = stage.requested();
        page.navigate(address(request.path()));
        field("Title of the report").fill("Half a");
        page.reload();
        assertThat(field("Title of the report")).hasValue("Half a");
        field("Title of the report").fill("Half a title");
        page.navigate(address("/"));
        page.goBack();

        assertThat(field("Title of the report")).hasValue("Half a title");
        assertThat(page.locator("#restored")).isVisible();
        page.getByText("Start afresh").click();
        assertThat(field("Title of the report")).hasValue("Half a title");
        page.getByText("Yes, erase it").click();
        assertThat(field("Title of the report")).hasValue("");
        assertThat(page.locator("#restored")).isHidden();
    }

    @Test
    void what_is_typed_on_one_device_goes_on_on_another_and_an_old_window_overwrites_nothing() {
        PortalStage.Requested request = stage.requested();
        page.navigate(address(request.path()));
        field("Title of the report").fill("From the desk");
        form.isSaved();
        Page desk = page;

        openWindow(360);
        page.navigate(address(request.path()));
        assertThat(field("Title of the report")).hasValue("From the desk");
        assertThat(page.locator("#restored")).isVisible();
        field("Title of the report").fill("From the phone");
        form.isSaved();
        picture("saved-draft");

        goOnIn(desk);
        field("What did you learn?").fill("Typed in the old window");
        field("What did you learn?").blur();
        assertThat(page.locator("#changed")).containsText("Nothing was overwritten");
        picture("changed-elsewhere");
        form.send();
        assertThat(field("What did you learn?")).hasValue("Typed in the old window");
        page.locator("#take-newer").click();
        assertThat(field("Title of the report")).hasValue("From the phone");
        assertThat(windows.complaints()).isEmpty();
    }

    @Test
    void who_has_seen_that_there_is_a_newer_version_may_go_on_with_the_own_one() {
        PortalStage.Requested request = stage.requested();
        page.navigate(address(request.path()));
        field("Title of the report").fill("First");
        form.isSaved();
        Page old = page;
        openWindow(360);
        page.navigate(address(request.path()));
        field("Title of the report").fill("Second");
        form.isSaved();

        goOnIn(old);
        field("Title of the report").fill("Third");
        assertThat(page.locator("#changed")).isVisible();
        page.locator("#keep-mine").click();
        form.isSaved();
        page.reload();
        assertThat(field("Title of the report")).hasValue("Third");
        assertThat(page.locator("#changed")).isHidden();
    }

    @Test
    void an_application_that_was_begun_has_an_address_with_which_it_goes_on_elsewhere() {
        stage.cycleIs("applications-open", "2021-02-01", "2131-03-01");
        page.navigate(address("/apply/exchange/mentee"));
        assertThat(page.locator("#form .fjs-form-field").first()).isVisible();
        assertThat(page.locator("#continue")).isHidden();
        field("Your name").fill("Ana Marin");
        assertThat(page.locator("#continue")).isVisible();
        String kept = page.locator("#continue a").first().getAttribute("href");
        assertThat(page.url()).isEqualTo(kept);
        picture("application-begun");
        page.locator(".languages a[lang=pl]").click();
        assertThat(page.locator("html")).hasAttribute("lang", "pl");
        assertThat(page.locator("#form input[type=text]").first()).hasValue("Ana Marin");
        page.locator(".languages a[lang=en]").click();
        assertThat(field("Your name")).hasValue("Ana Marin");

        openWindow(360);
        page.navigate(kept);
        assertThat(field("Your name")).hasValue("Ana Marin");
        assertThat(page.locator("#continue")).isVisible();
        assertThat(Windows.scrollsSideways(page)).isFalse();
        picture("application-goes-on");
        assertThat(page.locator("#continue").boundingBox().y)
                .as("the link stands above the form")
                .isLessThan(page.locator("#form").boundingBox().y);
    }

    @Test
    void an_application_that_was_begun_is_found_again_in_the_same_browser_and_begun_afresh_only_when_that_is_meant() {
        stage.cycleIs("applications-open", "2021-02-01", "2131-03-01");
        openWindow(360);
        page.navigate(address("/apply/exchange/mentee"));
        field("Your name").fill("Ana Marin");
        assertThat(page.locator("#continue")).isVisible();

        page.navigate(address("/"));
        page.navigate(address("/apply/exchange/mentee"));
        picture("application-begun-before");
        page.getByText("Go on with it").click();
        assertThat(field("Your name")).hasValue("Ana Marin");
        page.getByText("Start afresh").click();
        picture("begin-afresh");
        assertThat(field("Your name")).hasValue("Ana Marin");
        page.getByText("Yes, erase it").click();
        assertThat(page.locator("main")).containsText("Here a new form begins");
        assertThat(field("Your name")).hasValue("");
        assertThat(page.locator("#begun")).isHidden();
        assertThat(Windows.scrollsSideways(page)).isFalse();
    }

    @Test
    void a_page_with_barriers_would_be_found() {
        page.setContent("<html lang='en'><title>A page</title><main><img src='/assets/icon.svg'><input></main></html>");
        assertThat(Barriers.on(page)).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void a_first_visit_is_light_and_loads_nothing_from_elsewhere() {
        List<String> elsewhere = new ArrayList<>();
        AtomicLong bytes = new AtomicLong();
        try (BrowserContext fresh = windows.browser().newContext()) {
            Page first = fresh.newPage();
            first.onRequest(asked -> {
                if (!asked.url().startsWith(address("/"))) {
                    elsewhere.add(asked.url());
                }
            });
            first.onRequestFinished(
                    asked -> bytes.addAndGet(asked.sizes().responseBodySize + asked.sizes().responseHeadersSize));
            first.navigate(address(stage.requested().path()));
            assertThat(first.locator("#form .fjs-form-field").first()).isVisible();
        }
        assertThat(elsewhere).isEmpty();
        assertThat(bytes.get()).as("bytes, compressed").isBetween(50_000L, 350_000L);
    }

    @Test
    void what_others_made_is_delivered_unchanged_with_its_licence() throws IOException {
        page.navigate(address("/"));
        String styles = page.request()
                .get((String)
                        page.evaluate("document.querySelector('link[href*=\"/codex-\"]:not([href*=tokens])').href"))
                .text();
        assertThat(styles)
                .isEqualTo(Files.readString(
                        Path.of("src/main/browser/node_modules/@wikimedia/codex/dist/codex.style.css")));
        assertThat(page.request().get(address("/assets/codex-LICENSE.txt")).text())
                .contains("GNU GENERAL PUBLIC LICENSE");
        assertThat(page.request().get(address("/assets/form-js-LICENSE.txt")).text())
                .contains("bpmn.io");
        assertThat(page.request().get(address("/assets/bpmn-js-LICENSE.txt")).text())
                .contains("bpmn.io");
    }

    @Test
    void a_session_that_has_ended_meanwhile_costs_nothing() {
        PortalStage.Requested request = stage.requested();
        page.navigate(address(request.path()));
        fillIn();
        addPhotos("photo.png");
        page.context().clearCookies();

        form.send();

        assertThat(page.locator("h1")).hasText("Thank you – this is done");
    }

    @Test
    void half_a_date_is_not_sent() {
        PortalStage.Requested request = stage.requested();
        page.navigate(address(request.path()));
        fillIn();
        addPhotos("photo.png");
        form.choose(field("Date of the follow-up call"), "20 Sep 2031");

        form.send();

        assertThat(page.locator("#summary")).containsText("Please give both the date and the time.");
        assertThat(asking.open(request.id())).isPresent();
    }

    @Test
    void files_that_cannot_be_taken_get_a_sentence_and_cost_nothing_else(@TempDir Path disk) throws IOException {
        page.navigate(address(stage.requested().path()));
        field("Title of the report").fill("Four days in Baltia");

        page.locator("#upload-photos-input")
                .setInputFiles(new FilePayload("notes.jpg", "image/jpeg", "only text".getBytes()));
        assertThat(page.locator("#upload-photos")).containsText("notes.jpg: only JPEG or PNG can be added here");
        page.locator("#upload-photos-input")
                .setInputFiles(Files.write(disk.resolve("film.jpg"), new byte[16 * 1024 * 1024]));
        assertThat(page.locator("#upload-photos")).containsText("film.jpg has 16 MB; a file may have at most 15 MB");
        assertThat(field("Title of the report")).hasValue("Four days in Baltia");
        picture("files-refused");
    }

    @Test
    void a_request_answered_meanwhile_says_so_and_shows_the_answer() {
        PortalStage.Requested request = stage.requested();
        page.navigate(address(request.path()));
        fillIn();
        addPhotos("photo.png");
        form.isSaved();
        Page other = page.context().newPage();
        other.navigate(address(request.path()));
        assertThat(other.locator("#restored")).isVisible();
        other.locator("#send").click();
        assertThat(other.locator("h1")).hasText("Thank you – this is done");

        form.send();

        assertThat(page.locator("#summary")).containsText("already been answered");
        page.getByText("See what was sent").click();
        assertThat(page.locator("h1")).hasText("Thank you – this is done");
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1200})
    void the_other_pages_fit_the_screen(int width) {
        openWindow(width);
        stage.cycleIs("applications-open", "2031-02-01", "2031-03-01");
        page.navigate(address("/apply"));
        picture("apply");
        assertThat(Windows.scrollsSideways(page)).isFalse();
        page.navigate(address("/programmes/exchange"));
        assertThat(page.locator(".timeline .today")).containsText("Today");
        picture("programme");
        assertThat(Windows.scrollsSideways(page)).isFalse();
        page.navigate(address("/apply/exchange/mentee/check"));
        page.selectOption("#gsf", "true");
        page.locator("main button").click();
        assertThat(page.locator("#maturity-error")).isVisible();
        assertThat(page.locator("#gsf")).hasValue("true");
        picture("self-check");
        assertThat(Windows.scrollsSideways(page)).isFalse();
        stage.cycleIs("applications-announced", "2131-02-01", "2131-03-01");
        page.navigate(address("/apply/exchange/mentee"));
        picture("apply-closed");
        assertThat(Windows.scrollsSideways(page)).isFalse();
        page.navigate(address("/p/never-made"));
        picture("dead-link");
        assertThat(Windows.scrollsSideways(page)).isFalse();
        page.navigate(address(stage.requested(java.time.Instant.now().minusSeconds(4 * 86_400))
                .path()));
        assertThat(field("Title of the report")).isVisible();
        picture("late");
        assertThat(Windows.scrollsSideways(page)).isFalse();
    }

    static List<String> participantsForms() {
        return FormFiles.ofParticipants().stream()
                .map(file -> file.getFileName().toString().replace(".form", ""))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("participantsForms")
    void every_form_fits_the_smallest_phone(String name) {
        openWindow(360);
        page.navigate(address(stage.requested(name).path()));
        form.isReady();
        for (Locator more : page.locator(".fjs-repeat-render-add").all()) {
            more.click();
        }

        picture(name);
        assertThat(Windows.scrollsSideways(page)).isFalse();
        assertThat(outOfSight(".fjs-form-field-label")).isEmpty();
        assertThat(outOfSight(".fjs-repeat-row-remove")).isEmpty();
        assertThat(windows.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mentee", "mentor"})
    void an_application_fits_the_smallest_phone(String role) {
        openWindow(360);
        stage.cycleIs("applications-open", "2031-02-01", "2031-03-01");
        page.navigate(address("/apply/exchange/" + role));
        form.isReady();

        assertThat(Windows.scrollsSideways(page)).isFalse();
        assertThat(outOfSight(".fjs-form-field-label")).isEmpty();
        assertThat(page.locator("h1, #form h1")).hasCount(1);
        assertThat(page.locator("#form h2").filter(new Locator.FilterOptions().setHasText("Apply as")))
                .hasCount(0);
        assertThat(page.locator("#form h3")).hasCount(0);
    }

    @Test
    void a_typed_day_is_taken_as_people_write_it_and_shown_with_the_name_of_its_month() {
        PortalStage.Requested request = stage.requested();
        page.navigate(address(request.path()));
        fillIn();
        addPhotos("photo.png");
        assertThat(field("Day*")).hasAttribute("placeholder", Pattern.compile("such as \\d+ [A-Z][a-z]{2} \\d{4}"));
        List<String> oneDay = List.of(
                "3 Jan 2031",
                "3 January 2031",
                "January 3, 2031",
                "2031-01-03",
                "3.1.2031",
                "3/1/2031",
                "03/01/2031",
                "3.1.31",
                "3.01.2031 r.",
                "3 stycznia 2031",
                "3 січня 2031 року",
                "3. јануар 2031.");
        for (String typed : oneDay) {
            typeAndGoOn("4 Feb 2032");
            typeAndGoOn(typed);
            assertThat(field("Day*")).hasValue("3 Jan 2031");
        }

        form.send();

        assertThat(page.locator("h1")).hasText("Thank you – this is done");
        assertThat(field("Day*")).hasValue("3 Jan 2031");
        assertThat(dayOf(request)).isEqualTo("2031-01-03");
    }

    private void typeAndGoOn(String day) {
        field("Day*").fill(day);
        field("Day*").press("Tab");
        assertThat(page.locator(".flatpickr-calendar.open")).hasCount(0);
    }

    @Test
    void a_day_picked_in_the_calendar_is_sent() {
        PortalStage.Requested request = stage.requested();
        page.navigate(address(request.path()));
        fillIn();
        addPhotos("photo.png");
        field("Day*").click();
        page.locator(".flatpickr-calendar.open .flatpickr-day:not(.prevMonthDay)")
                .getByText("17", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(field("Day*")).hasValue("17 Sep 2031");

        form.send();

        assertThat(page.locator("h1")).hasText("Thank you – this is done");
        assertThat(dayOf(request)).isEqualTo("2031-09-17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31 Feb 2031", "30 жовтня"})
    void what_is_no_day_stays_with_words_about_it_and_is_not_taken(String typed) {
        page.navigate(address(stage.requested().path()));
        fillIn();
        typeAndGoOn(typed);
        assertThat(field("Day*")).hasValue(typed);
        assertThat(page.locator(".fjs-repeat-row-container .fjs-form-field-error"))
                .containsText("the month and the year");

        form.send();

        assertThat(form.summary()).containsText("Please write the day, the month and the year, such as ");
        assertThat(field("Day*")).hasValue(typed);
        typeAndGoOn("28 Feb 2031");
        assertThat(page.locator("#form .fjs-form-field-error")).hasCount(0);
    }

    @Test
    void only_one_number_is_taken_for_a_number_and_nothing_typed_is_changed() {
        PortalStage.Requested request = stage.requested();
        page.navigate(address(request.path()));
        fillIn();
        addPhotos("photo.png");
        Locator people = field("How many people took part?");
        people.clear();
        people.pressSequentially("2-3");
        assertThat(people).hasValue("2-3");
        assertThat(page.locator("#form")).containsText("Please write one number, in digits only.");

        form.send();

        assertThat(form.summary()).containsText("Please write one number, in digits only.");
        people.fill(" 1 2");
        assertThat(page.locator("#form .fjs-form-field-error")).hasCount(1);
        people.fill("1.000");
        assertThat(page.locator("#form .fjs-form-field-error")).hasText("This must be at most 500.");
        people.fill("12.0");
        assertThat(page.locator("#form .fjs-form-field-error")).hasCount(0);
        form.sends();
        assertThat(submissions.findByTaskId(request.id()).orElseThrow().answers())
                .containsEntry("people", 12);
    }

    @Test
    void a_calendar_fits_the_smallest_phone() {
        openWindow(360);
        page.navigate(address(stage.requested().path()));
        form.isReady();
        for (String label : List.of("Day*", "Date of the follow-up call")) {
            field(label).click();
            Locator calendar = page.locator(".flatpickr-calendar.open");
            assertThat(calendar).hasCount(1);
            picture("calendar");
            assertThat(
                            (List<?>)
                                    calendar.evaluate(
                                            """
                    calendar => [calendar, ...calendar.querySelectorAll('.flatpickr-day, .flatpickr-next-month')]
                        .map(part => [part.className, part.getBoundingClientRect()])
                        .filter(([, {left, right, top, bottom}]) =>
                            left < 0 || right > 360 || top < 0 || bottom > innerHeight)
                        .map(([name]) => name)"""))
                    .isEmpty();
            assertThat(Windows.scrollsSideways(page)).isFalse();
        }
    }

    @Test
    void of_several_things_that_are_wrong_a_list_is_read_that_leads_to_each_and_forgets_what_was_mended() {
        page.navigate(address(stage.requested().path()));
        fillIn();
        field("Title of the report").clear();
        field("What did you learn?").clear();
        form.send();
        assertThat(form.summary()).isFocused();
        Locator listed = form.summary().locator("li");
        assertThat(listed).hasCount(2);

        listed.first().locator("a").click();
        assertThat(field("Title of the report")).isFocused();
        field("Title of the report").fill("Four days in Baltia");
        assertThat(listed).hasCount(1);
        assertThat(listed).containsText("What did you learn?");

        form.send();
        assertThat(field("What did you learn?")).isFocused();
        field("What did you learn?").fill("Nothing is lost.");
        assertThat(form.summary()).isHidden();
    }

    @Test
    void an_application_says_in_the_language_of_its_reader_what_is_needed() {
        stage.cycleIs("applications-open", "2031-02-01", "2031-03-01");
        page.navigate(address("/apply/exchange/mentee"));
        form.isReady();
        page.locator(".languages a[lang=pl]").click();
        assertThat(page.locator("html[lang=pl]")).hasCount(1);
        form.isReady();

        assertThat(page.locator("#form")).containsText("Najmniejsza liczba znaków: 30.");
        Locator communities = page.locator(".fjs-select-display").first();
        assertThat(communities).hasText("Wybierz");
        communities.click();
        page.locator(".fjs-dropdownlist").getByText("Nie ma jej na tej liście").click();
        assertThat(communities).hasText("Nie ma jej na tej liście");
    }

    @Test
    void an_application_shows_a_phone_which_keys_are_needed_and_has_words_of_its_own_for_an_address() {
        stage.cycleIs("applications-open", "2031-02-01", "2031-03-01");
        page.navigate(address("/apply/exchange/mentor"));
        form.isReady();
        assertThat(field("Your name")).hasAttribute("autocomplete", "name");
        assertThat(field("Your email address")).hasAttribute("autocomplete", "email");
        assertThat(field("Your email address")).hasAttribute("inputmode", "email");
        assertThat(field("How many people are active")).hasAttribute("inputmode", "numeric");
        assertThat(field("Link")).hasAttribute("inputmode", "url");

        field("Link").fill("meta.wikimedia.org");

        assertThat(page.locator(".fjs-repeat-row-container .fjs-form-field-error"))
                .containsText("Please give a full web address, such as https://");
    }

    @Test
    void a_box_that_must_be_ticked_says_so() {
        page.navigate(address(stage.requested().path()));
        fillIn();
        page.getByLabel("This report is ours and complete.").uncheck();

        form.send();

        assertThat(page.locator("#summary")).containsText("Please tick this box.");
        assertThat(page.locator("#summary")).not().containsText("Please fill this in.");
    }

    @Test
    void a_page_says_its_title_once() {
        page.navigate(address(stage.requested("report-trouble").path()));
        assertThat(page.locator("#form")).containsText("Tell us as early as you can");
        assertThat(page.locator("#form h2")).hasCount(0);
    }

    private Object dayOf(PortalStage.Requested request) {
        List<?> days = (List<?>)
                submissions.findByTaskId(request.id()).orElseThrow().answers().get("days");
        return ((Map<?, ?>) days.get(0)).get("date");
    }

    /** What of these is cut off, or stands beyond the edge of the screen. */
    @SuppressWarnings("unchecked")
    private List<String> outOfSight(String selector) {
        return (List<String>)
                page.locator(selector)
                        .evaluateAll(
                                """
                        all => all.filter(one => one.scrollWidth > one.clientWidth + 1
                            || one.getBoundingClientRect().right > document.scrollingElement.clientWidth)
                          .map(one => one.textContent || one.className)""");
    }

    private void fillIn() {
        field("Title of the report").fill("Four days in Baltia");
        field("What did you learn?").fill("How to run an edit-a-thon with a library.\nWhat not to do twice.");
        page.locator(".fjs-select-display").click();
        page.locator(".fjs-dropdownlist").getByText("Governance").click();
        field("How many people took part?").fill("8");
        form.choose(field("Day*"), "1 Sep 2031");
        field("What you did").fill("Met the team");
        // A complaint that vanishes when a field is left moves what stands below it from under the mouse.
        field("What you did").blur();
        assertThat(page.locator("#form .fjs-repeat-row-container .fjs-form-field-error"))
                .hasCount(0);
        page.getByLabel("This report is ours and complete.").check();
    }

    private void addPhotos(String... names) {
        FilePayload[] files = new FilePayload[names.length];
        for (int i = 0; i < names.length; i++) {
            files[i] = new FilePayload(names[i], "image/png", Pictures.of("png", 320, 200));
        }
        page.locator("#upload-photos-input").setInputFiles(files);
        assertThat(page.locator("#upload-photos li")).hasCount(names.length);
    }

    private Locator field(String label) {
        return form.field(label);
    }

    private String address(String path) {
        return windows.address(path);
    }

    private void picture(String name) {
        windows.picture(page, name);
    }
}
