package org.peerexchange.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.component.VEvent;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.ReceivedMail;
import org.peerexchange.RunningExchange;
import org.peerexchange.Scenario;
import org.peerexchange.programme.Case;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What two sides do together, each by the links in their own mails: the mentee has a phone in hand and the mentor sits at a desk.
 */
@PeerExchangeTest
class TogetherInBrowserIT {

    private static final String MENTEE = "person.mentee@example.org";
    private static final String MENTOR = "person.mentor@example.org";
    private static final int MENTEES = Windows.PHONE;
    private static final int MENTORS = Windows.DESK;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    @RegisterExtension
    static final Windows windows = new Windows("together");

    @Autowired
    PortalStage stage;

    @Autowired
    Scenario scenario;

    @Autowired
    RunningExchange exchange;

    @Autowired
    ReceivedMail received;

    @Autowired
    Drafts drafts;

    @BeforeEach
    void isEmpty() {
        stage.isEmpty();
    }

    @Test
    void both_sides_write_one_plan_read_the_same_and_agree_to_the_same() {
        Case pair = stage.ofTwo(exchange.agreed());
        exchange.runs("exchange", Map.of());
        hasTypedThePlan(scenario.request(pair, "mentee").id());

        FormOnPage mentee = follows(MENTEES, MENTEE, "Write the activity plan");
        assertThat(mentee.page().locator("#restored")).isVisible();
        mentee.field("City and country of the visit").fill("Sampleville, Terra");
        mentee.send();
        assertThat(mentee.summary()).containsText("sending the plan means that you agree to it");
        mentee.page().getByLabel("I agree to this version of the plan").check();
        mentee.sends();
        scenario.runJobs();

        FormOnPage mentor = follows(MENTORS, MENTOR, "Approve or change the activity plan");
        assertThat(mentor.page().locator("#form")).containsText("Below is version 1.");
        assertThat(mentor.field("City and country of the visit")).hasValue("Sampleville, Terra");
        assertThat(mentor.field("Question")).hasValue("Question 1");
        assertThat(mentor.page().getByLabel("I agree to this version of the plan"))
                .not()
                .isChecked();
        windows.looksWellOnEveryScreen(mentor.page(), "plan-of-the-partner");
        mentor.field("Which live projects").fill("Your agenda, and our by-laws.");
        mentor.send();
        assertThat(mentor.summary()).containsText("sending the plan means that you agree to it");
        assertThat(mentor.field("Which live projects")).hasValue("Your agenda, and our by-laws.");
        mentor.page().getByLabel("I agree to this version of the plan").check();
        mentor.sends();
        scenario.runJobs();
        assertThat(ownPage(MENTORS, pair, "mentor")).containsText("Your partner");

        mentee = follows(MENTEES, MENTEE, "Approve or change the activity plan");
        assertThat(mentee.page().locator("#form")).containsText("Below is version 2.");
        assertThat(mentee.field("Which live projects")).hasValue("Your agenda, and our by-laws.");
        mentee.page().getByLabel("I agree to this version of the plan").check();
        mentee.sends();
        scenario.runJobs();

        for (Locator own : new Locator[] {ownPage(MENTEES, pair, "mentee"), ownPage(MENTORS, pair, "mentor")}) {
            assertThat(own).containsText("The hub is reading your plan");
            assertThat(own).containsText("The people who run the programme");
            own.locator("details.document > summary").first().click();
            assertThat(own).containsText("version 2");
            assertThat(own).containsText("Signed by you");
            assertThat(own.getByText("Your agenda, and our by-laws.").first()).isVisible();
        }
        assertThat(windows.complaints()).isEmpty();
    }

    /** All of the plan but the consent is typed; what remains is what the test is about. */
    private void hasTypedThePlan(String request) {
        Map<String, Object> typed = new HashMap<>(exchange.plan(false));
        typed.remove("agree");
        drafts.save("request " + request, 0, UUID.randomUUID(), typed);
    }

    @Test
    void a_mentor_reads_the_report_asks_for_a_change_and_signs_what_came_of_it() {
        Case pair = stage.ofTwo(exchange.agreed());
        exchange.isVisited();
        scenario.answers(pair, "mentee", exchange.menteeReport("We sat in."));

        FormOnPage mentor = follows(MENTORS, MENTOR, "Co-sign the mentee's report");
        assertThat(mentor.page().locator("#form")).containsText("We sat in.");
        mentor.page().getByLabel("I ask for changes").check();
        mentor.send();
        assertThat(mentor.summary()).containsText("What should be changed? – Please fill this in.");
        mentor.field("What should be changed?").fill("Please name the two who chaired.");
        windows.looksWellOnEveryScreen(mentor.page(), "co-sign");
        mentor.sends();
        scenario.runJobs();

        FormOnPage mentee = follows(MENTEES, MENTEE, "change your report");
        assertThat(mentee.page().locator("#form")).containsText("Please name the two who chaired.");
        assertThat(mentee.field("What did you do during the visit?")).hasValue("We sat in.");
        mentee.field("What did you do during the visit?").fill("We sat in; Ana and Jan chaired.");
        mentee.page()
                .getByLabel("This is our report; the mentor may co-sign it")
                .check();
        mentee.sends();
        scenario.runJobs();

        mentor = follows(MENTORS, MENTOR, "Co-sign the mentee's report");
        assertThat(mentor.page().locator("#form")).containsText("We sat in; Ana and Jan chaired.");
        mentor.page().getByLabel("Yes, I co-sign it").check();
        mentor.sends();
        scenario.runJobs();

        Locator own = ownPage(MENTEES, pair, "mentee");
        Locator report = own.locator("details.document")
                .filter(new Locator.FilterOptions().setHasText("We sat in; Ana and Jan chaired."));
        report.locator("summary").first().click();
        assertThat(report.getByText("Signed by the mentor")).isVisible();
        assertThat(report.getByText("Signed by the mentor")).hasCount(1);
        windows.looksWellOnEveryScreen(own.page(), "signed-report");
    }

    @Test
    void a_date_is_proposed_answered_with_another_agreed_to_and_moved_and_both_calendars_follow() {
        Case pair = stage.ofTwo(exchange.agreed());
        scenario.itIs(exchange.day(10, 1));
        exchange.runs("follow-up-call", Map.of());
        LocalDate first = exchange.day(10, 12);

        FormOnPage mentee = follows(MENTEES, MENTEE, "follow-up call");
        mentee.choose(mentee.field("Day of the call"), DAY.format(first.minusDays(3)));
        mentee.chooseTime(mentee.field("Time of the call"), "10:00");
        mentee.field("Action").fill("Hold the assembly");
        mentee.choose(mentee.field("Done by"), DAY.format(first.plusDays(60)));
        mentee.sends();
        scenario.runJobs();

        FormOnPage mentor = follows(MENTORS, MENTOR, "Does this date suit you?");
        assertThat(mentor.page().locator("#form")).containsText("at 10:00");
        mentor.page().getByLabel("No, I propose another one").check();
        mentor.choose(mentor.field("Another day"), DAY.format(first));
        mentor.field("A word to the mentee").fill("In the morning I teach.");
        mentor.send();
        assertThat(mentor.summary()).containsText("Please fill this in.");
        mentor.chooseTime(mentor.field("Another time"), "16:00");
        windows.looksWellOnEveryScreen(mentor.page(), "another-date");
        mentor.sends();
        scenario.runJobs();

        mentee = follows(MENTEES, MENTEE, "Another date");
        assertThat(mentee.page().locator("#form")).containsText("In the morning I teach.");
        assertThat(mentee.field("Day of the call")).hasValue(DAY.format(first));
        assertThat(mentee.field("Time of the call")).hasValue("16:00");
        mentee.sends();
        VEvent agreed = agrees();
        assertThat(agreed.getDateStart().getValue().toInstant()).isEqualTo(at(first, "16:00"));
        assertThat(agreed.getSequence().getValue()).isZero();

        scenario.passesUntil(first.plusDays(2));
        mentee = follows(MENTEES, MENTEE, "notes");
        mentee.field("Anything else").fill("Nobody came.");
        mentee.sends();
        scenario.runJobs();
        scenario.staffCompletes(
                pair, "userTask_decideOnCall", Map.of("callDecision", "again", "note", "Please try again."));
        mentee = follows(MENTEES, MENTEE, "Propose another date");
        assertThat(mentee.page().locator("#form")).containsText("Please try again.");
        LocalDate second = exchange.day(11, 20);
        mentee.choose(mentee.field("Day of the call"), DAY.format(second));
        mentee.chooseTime(mentee.field("Time of the call"), "16:00");
        mentee.sends();
        VEvent moved = agrees();
        assertThat(moved.getDateStart().getValue().toInstant()).isEqualTo(at(second, "16:00"));
        assertThat(moved.getUid()).isEqualTo(agreed.getUid());
        assertThat(moved.getSequence().getValue()).isEqualTo(1);
        assertThat(ReceivedMail.event(received.newest(MENTOR, "is agreed")).getUid())
                .isEqualTo(agreed.getUid());
    }

    /** The mentor agrees. @return what the mentee's calendar is told */
    private VEvent agrees() {
        scenario.runJobs();
        FormOnPage mentor = follows(MENTORS, MENTOR, "Does this date suit you?");
        mentor.page()
                .getByLabel("Yes", new Page.GetByLabelOptions().setExact(true))
                .check();
        mentor.sends();
        scenario.runJobs();
        return ReceivedMail.event(received.newest(MENTEE, "is agreed"));
    }

    private static java.time.Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time))
                .atZone(ZoneId.of("Europe/Warsaw"))
                .toInstant();
    }

    @Test
    void trouble_that_one_side_reports_takes_the_visit_out_of_both_calendars() {
        Case pair = stage.ofTwo(exchange.agreed());
        exchange.isBooked();
        VEvent booked = ReceivedMail.event(received.newest(MENTOR, "is booked"));

        String mail = ReceivedMail.text(received.newest(MENTEE, "is booked"));
        FormOnPage mentee = opens(MENTEES, ReceivedMail.linkAfter(mail, "Something has gone wrong", "/p/"));
        mentee.pick("What has happened?", "Somebody is ill");
        mentee.field("In a few sentences").fill("A broken leg.");
        mentee.page().getByLabel("Other dates").check();
        mentee.sends();
        scenario.runJobs();
        scenario.staffCompletes(
                pair, "userTask_decideHowToGoOn", Map.of("howToGoOn", "postpone", "reason", "Get well first."));

        for (String address : new String[] {MENTEE, MENTOR}) {
            MimeMessage postponed = received.newest(address, "is postponed");
            assertThat(ReceivedMail.calendar(postponed)).contains("METHOD:CANCEL");
            VEvent cancelled = ReceivedMail.event(postponed);
            assertThat(cancelled.getUid()).isEqualTo(booked.getUid());
            assertThat(cancelled.getSequence().getValue()).isEqualTo(1);
        }
    }

    /** Opens what the newest mail with these words in its subject asks for. */
    private FormOnPage follows(int width, String address, String subject) {
        String mail = ReceivedMail.text(received.newest(address, subject));
        return opens(width, ReceivedMail.linkIn(mail, "/p/"));
    }

    private FormOnPage opens(int width, String path) {
        FormOnPage form = new FormOnPage(windows.open(width));
        form.page().navigate(windows.address(path));
        form.isReady();
        return form;
    }

    private Locator ownPage(int width, Case pair, String side) {
        Page page = windows.open(width);
        page.navigate(windows.address(stage.pageOf(pair, side)));
        return page.locator("main");
    }
}
