package org.peerexchange.programme.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerexchange.deadline.DeadlineCheck;
import org.peerexchange.deadline.DeadlineFactsCheck;
import org.peerexchange.people.CannotStart;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.ProgrammeFile;
import org.peerexchange.programme.ProgrammeFiles;
import org.peerexchange.submission.FormsCheck;
import org.peerexchange.submission.TableWordsCheck;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The application does not start with models that do not fit together; it says which file and row to look at. */
class ModelsThatCannotStartTests {

    private static final String DEADLINES = "processes/exchange/exchange-deadlines.dmn";
    private static final String ELIGIBILITY = "processes/exchange/mentee-eligibility.dmn";
    private static final String LADDERS = "processes/exchange/exchange-reminder-ladder.dmn";
    private static final String PLAN = "processes/exchange/activity-plan.bpmn";
    private static final String APPLICATION = "forms/exchange/mentee-application.form";
    private static final String CHECKS = "processes/exchange/pay-advance-checks.dmn";
    private static final String STANDING = "processes/exchange/exchange-standing.dmn";
    private static final String ROW_CHECKS = "processes/exchange/receipts-receipts-checks.dmn";

    private static final AnnotationConfigApplicationContext CONTEXT = CheckProgrammes.checks();

    private final CheckModelsFirst first = new CheckModelsFirst(List.of(
            new DeadlineCheck(), CONTEXT.getBean(DeadlineFactsCheck.class), new FormsCheck(), new TableWordsCheck()));

    private static final ModelFiles AS_THEY_ARE =
            new ModelReader(ProgrammeFiles.in(Path.of("").toUri().toString())).read();

    /** What a test has changed; everything else is as it is. */
    @TempDir
    Path changed;

    private final Set<String> deleted = new HashSet<>();

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Test
    void startsWithTheModelsAsTheyAre() {
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void refusesADeadlineThatTheTableDoesNotKnow() throws IOException {
        change(PLAN, ">plan-draft<", ">plan-drat<");
        assertRefused(PLAN
                + ", callActivity_askForPlan: the table %s has no row for the deadline \"plan-drat\"."
                        .formatted(DEADLINES));
    }

    @Test
    void startsWhereAFieldThatMayBeLeftOutIsEmptyAsCamundaModelerWritesIt() throws IOException {
        change(
                PLAN,
                ">plan-approved</camunda:inputParameter>",
                ">plan-approved</camunda:inputParameter><camunda:inputParameter name=\"deadline\" />");
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void refusesADueDateThatTheTableDoesNotKnow() throws IOException {
        change(PLAN, "'plan-decision'", "'plan-decided'");
        assertRefused(
                PLAN,
                "userTask_approvePlan: the table %s has no row for the deadline \"plan-decided\"."
                        .formatted(DEADLINES));
    }

    @Test
    void refusesATimerWhoseDeadlineWasTakenOutOfTheTable() throws IOException {
        change(DEADLINES, "\"applications-open\"", "\"applications-opened\"");
        assertRefused(
                "processes/exchange/exchange-cycle.bpmn, timerEvent_applicationsOpen: the table %s has no row for the deadline \"applications-open\"."
                        .formatted(DEADLINES));
    }

    @Test
    void refusesALadderThatTheTableDoesNotKnow() throws IOException {
        change(PLAN, "name=\"ladder\">plan<", "name=\"ladder\">plans<");
        assertRefused(PLAN
                + ", callActivity_askForPlan: the table %s has no row for the ladder \"plans\".".formatted(LADDERS));
    }

    @Test
    void refusesWhenTheTableOfDeadlinesIsNotThere() throws IOException {
        deleted.add(DEADLINES);
        assertRefused(
                PLAN
                        + ", callActivity_askForPlan: there is no table exchange-deadlines with the deadline \"plan-draft\"; each programme has one of its own.");
    }

    @Test
    void refusesAnOffsetThatCannotBeRead() throws IOException {
        change(DEADLINES, "\"P0D\"", "\"0 days\"");
        assertRefused(
                DEADLINES + ", row 1: the offset \"0 days\" cannot be read; write a period such as P14D, P1M or -P7D.");
    }

    @Test
    void refusesATimeThatCannotBeRead() throws IOException {
        change(DEADLINES, "\"00:00\"", "\"midnight\"");
        assertRefused(DEADLINES + ", row 1: the time \"midnight\" cannot be read; write one such as 23:59.");
    }

    @Test
    void refusesADeadlineThatCountsFromNothing() throws IOException {
        change(DEADLINES, "\"cycle.applicationsOpen\"", "");
        assertRefused(
                DEADLINES + ", row 1: the deadline does not say which date it counts from; write \"today\" or a fact.");
    }

    @Test
    void refusesADeadlineThatCountsFromAFieldThatNobodyIsAsked() throws IOException {
        change(DEADLINES, "\"activityPlan.visitStart\"", "\"activityPlan.visitBegin\"");
        assertRefused(
                DEADLINES,
                "the deadline \"visit-reminder\" counts from nothing: no fact is called \"activityPlan.visitBegin\"");
    }

    @Test
    void refusesADeadlineThatCountsFromADateTheCycleDoesNotHave() throws IOException {
        change(DEADLINES, "\"cycle.applicationsOpen\"", "\"cycle.applicationOpen\"");
        assertRefused(
                DEADLINES
                        + ", row 1: the deadline \"applications-open\" counts from nothing: no fact is called \"cycle.applicationOpen\"; did you mean \"cycle.applicationsOpen\"?");
    }

    @Test
    void refusesADeadlineThatStandsInTheTableTwice() throws IOException {
        change(DEADLINES, "\"applications-close\"", "\"applications-open\"");
        assertRefused(DEADLINES + ", row 2: the deadline \"applications-open\" stands in the table twice.");
    }

    @Test
    void refusesATimeAtLeastThatCannotBeRead() throws IOException {
        change(
                DEADLINES,
                "\"P5D\"</text></outputEntry>\n      </rule>",
                "\"five days\"</text></outputEntry>\n      </rule>");
        assertRefused(DEADLINES, "the atLeast \"five days\" cannot be read; write a period such as P14D, P1M or -P7D.");
    }

    @Test
    void refusesToAskWhatNobodyKeepsAboutCommunities() throws IOException {
        change(ELIGIBILITY, "<text>community.ceeMeetings</text>", "<text>community.ceeMeeting</text>");
        assertRefused(ELIGIBILITY
                + ", the column \"community.ceeMeeting\": nothing called \"ceeMeeting\" is kept about communities");
    }

    @Test
    void refusesToCompareAnAnswerWithWhatItsFormNeverOffers() throws IOException {
        change(ELIGIBILITY, "\"developing\"", "\"develloping\"");
        change(ELIGIBILITY, "\"chapter\"", "\"chaptre\"");
        assertRefused(
                ELIGIBILITY + ", row 1: menteeApplication.maturity is never \"develloping\"; it is one of",
                ELIGIBILITY + ", row 1: community.type is never \"chaptre\"; it is one of");
    }

    @Test
    void refusesAKindOfFileThatIsNeverTaken() throws IOException {
        change("forms/exchange/receipts.form", "\"image,pdf\"", "\"docx\"");
        assertRefused("forms/exchange/receipts.form: The upload \"receipts\" accepts \"docx\"");
    }

    @Test
    void refusesARungThatCannotBeRead() throws IOException {
        change(LADDERS, "\"-P7D\"", "\"one week before\"");
        change(LADDERS, "\"remind\"", "\"nag\"");
        assertRefused(
                LADDERS + ", row 1: the offset \"one week before\" cannot be read",
                LADDERS + ", row 1: \"nag\" is no action of a reminder ladder: use remind, tell-staff or give-up.");
    }

    @Test
    void refusesToGiveUpOnALadderWhereAModelWouldGoOnAsIfSomebodyHadAnswered() throws IOException {
        change(LADDERS, "id=\"rule_28_out_2\"><text>\"remind\"", "id=\"rule_28_out_2\"><text>\"give-up\"");
        assertRefused(
                LADDERS
                        + ", row 30: the ladder \"report\" gives up, but processes/exchange/co-signed-report.bpmn, callActivity_askMentee does not take over \"answered\" and would go on as if it had an answer.");
    }

    @Test
    void refusesACallThatNoLongerTakesOverWhetherSomebodyAnswered() throws IOException {
        change(PLAN, "<camunda:out source=\"answered\" target=\"answered\" />", "");
        assertRefused("the ladder \"plan\" gives up, but " + PLAN + ", callActivity_askForPlan does not take over");
    }

    @Test
    void refusesAColumnThatReadsAFieldTheFormDoesNotHave() throws IOException {
        change(CHECKS, "<text>answers.amount</text>", "<text>answers.sum</text>");
        assertRefused(CHECKS
                + ", the column \"answers.sum\": it reads answers.sum, but the form pay-advance has no field \"sum\".");
    }

    @Test
    void refusesASentenceWithTheWordsOfAFieldTheFormDoesNotHave() throws IOException {
        change(STANDING, "activityPlan.inWords.place", "activityPlan.inWords.plce");
        assertRefused(STANDING
                + ", row 1: it reads activityPlan.inWords.plce, but the form activity-plan has no field \"plce\".");
    }

    @Test
    void refusesARowThatReadsAFieldTheListDoesNotHave() throws IOException {
        change(ROW_CHECKS, "<text>row.date</text>", "<text>row.day</text>");
        assertRefused(
                ROW_CHECKS + ", the column \"row.day\": it reads row.day, but the form receipts has no field \"day\".");
    }

    @Test
    void refusesASentenceAtAFieldTheFormDoesNotHave() throws IOException {
        change(CHECKS, "<text>\"amount\"</text>", "<text>\"sum\"</text>");
        assertRefused(CHECKS, "its sentence stands at the field \"sum\", which the form pay-advance does not have.");
    }

    @Test
    void refusesChecksOfAFormThatIsNotThere() throws IOException {
        deleted.add("forms/exchange/pay-advance.form");
        assertRefused(CHECKS + ": there is no form that these checks could be for.");
    }

    @Test
    void refusesAFormThatCannotBeChecked() throws IOException {
        change("forms/exchange/pay-advance.form", "\"schemaVersion\": 16", "\"schemaVersion\": 19");
        assertRefused(
                "forms/exchange/pay-advance.form: The form \"pay-advance\" has schema version 19; only versions up to 16 are known.");
    }

    @Test
    void refusesOptionsThatAreCalledAsAFieldIs() throws IOException {
        change(APPLICATION, "\"valuesKey\": \"topicOptions\"", "\"valuesKey\": \"topics\"");
        assertRefused(
                APPLICATION + ": the options \"topics\" are called as a field of the form is; give them another name.");
    }

    @Test
    void refusesAModelThatCannotBeRead() throws IOException {
        change(PLAN, "</bpmn:definitions>", "");
        assertRefused(PLAN + " cannot be read: ");
    }

    private void start() {
        ModelFiles own = new ModelReader(ProgrammeFiles.in(changed.toUri().toString())).read();
        first.check(new ModelFiles(
                with(own.processes(), AS_THEY_ARE.processes(), ModelFiles.Process::file),
                with(own.tables(), AS_THEY_ARE.tables(), ModelFiles.Table::file),
                with(own.forms(), AS_THEY_ARE.forms(), ProgrammeFile::name),
                AS_THEY_ARE.texts(),
                AS_THEY_ARE.dictionaries(),
                AS_THEY_ARE.programmes()));
    }

    private <F> List<F> with(List<F> own, List<F> asTheyAre, Function<F, String> file) {
        Set<String> replaced = own.stream().map(file).collect(Collectors.toSet());
        return Stream.concat(own.stream(), asTheyAre.stream().filter(one -> !replaced.contains(file.apply(one))))
                .filter(one -> !deleted.contains(file.apply(one)))
                .sorted(Comparator.comparing(file))
                .toList();
    }

    private void change(String file, String from, String to) throws IOException {
        Path own = changed.resolve(file);
        String text = Files.readString(Files.exists(own) ? own : Path.of(file));
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        Files.createDirectories(own.getParent());
        Files.writeString(own, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    private void assertRefused(String... sentences) {
        assertThatThrownBy(this::start).isInstanceOf(CannotStart.class).satisfies(refused -> Stream.of(sentences)
                .forEach(sentence -> assertThat(refused).hasMessageContaining(sentence)));
    }
}
