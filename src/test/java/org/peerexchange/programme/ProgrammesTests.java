package org.peerexchange.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.people.CannotStart;

/** The application starts only with programmes that name everything it acts on. */
class ProgrammesTests {

    private static final String FILE = "programme.yaml";

    private String exchange;

    @BeforeEach
    void readTheExchange() throws IOException {
        exchange = Files.readString(Path.of("processes", "exchange", FILE));
    }

    private Programme read() {
        return Programmes.read(exchange, FILE);
    }

    private void change(String from, String to) {
        assertThat(exchange).contains(from);
        exchange = exchange.replaceFirst(from, to);
    }

    private void assertRefused(String sentence) {
        assertThatThrownBy(this::read).isInstanceOf(CannotStart.class).hasMessageContaining(sentence);
    }

    @Test
    void theExchangeNamesWhatTheApplicationActsOn() {
        assertThat(read().words()).isEqualTo(new Programme.Words("opened", "withdrawn", "applicant"));
    }

    @Test
    void aProgrammeUsesNamesOfItsOwn() {
        change("applicant: applicant", "applicant: member");

        assertThat(read().words()).isEqualTo(new Programme.Words("opened", "withdrawn", "member"));
    }

    @Test
    void aStateThatWasRenamedInOnePlaceOnlyIsRefused() {
        change("  applications-open: ", "  sign-up: ");

        assertRefused(
                "programme.yaml: the role \"mentee\" is open in the state \"applications-open\", but \"states\" has no such state.");
    }

    @Test
    void aWordThatIsMissingIsNamed() {
        change("  withdrawn: withdrawn", "");
        change("  applicant: applicant", "");

        assertRefused("programme.yaml: \"words\" lacks \"withdrawn\": name the state a withdrawn application is in.");
        assertRefused("programme.yaml: \"words\" lacks \"applicant\": name the side of an application.");
    }

    @Test
    void twoRolesWithOneFormAreRefused() {
        change("form: mentor-application", "form: mentee-application");

        assertRefused("two roles apply with one form");
    }

    @Test
    void anAttendanceThatNoFieldAsksForIsRefused() {
        change(", field: meeting, rows: 3", "");

        assertRefused("the community fact \"ceeMeetings\" lacks \"field\" or \"rows\"");
    }

    @Test
    void aColourThatCannotBeReadOnWhiteIsRefused() {
        change("colour: \"#3366cc\"", "colour: \"#ffcc33\"");

        assertRefused("the colour \"#ffcc33\" cannot be read on white");
    }

    @Test
    void aKindOfCaseWithoutNumbersIsRefused() {
        change("  cycle: CY", "");
        change("  application: AP", "");
        change("  pair: EX", "  pair: EX-");
        change("  request: RQ", "");

        for (String kind : List.of("cycle", "application", "pair", "request")) {
            assertRefused("\"numbers\" lacks \"%s\": name the letters".formatted(kind));
        }
    }

    @Test
    void aRoleThatIsNeverOpenIsRefused() {
        exchange = exchange.replace("    open: [applications-open]\n", "");

        assertRefused("the role \"mentee\" lacks \"open\"");
    }

    @Test
    void aStepWithAStateThatIsNotThereOrStandsInTwoIsRefused() {
        exchange = exchange.replace("states: [visiting]", "states: [visiting, travelling, booked]")
                .replace("  request:\n", "  question:\n");

        assertRefused(
                "programme.yaml: the step \"You visit\" of \"pair\" names the state \"travelling\", but \"states\" has no such state.");
        assertRefused("the state \"booked\" stands in two steps of \"pair\": a case is at one of them.");
        assertRefused("\"steps\" names the kind of case \"question\", but \"numbers\" has no such kind.");
    }

    @Test
    void aStepWithoutALabelOrStatesIsRefused() {
        change("label: You visit, ", "");

        assertRefused("a step of \"pair\" lacks \"label\" or \"states\"");
    }

    @Test
    void aHolidayThatIsNoDayIsRefused() {
        change("\"05-01\"", "\"May Day\"");

        assertRefused("the holiday \"May Day\" is no day of a year: write month and day, such as \"05-01\".");
    }

    @Test
    void aGroupWithoutANameIsRefused() {
        exchange = exchange.replace("finance: {name: Finance}", "finance: {hub: true}");

        assertRefused("the group \"finance\" needs an id of small letters, digits and hyphens, and a \"name\".");
    }

    @Test
    void aRoleIsVacantUntilSomebodyHoldsIt() {
        assertThat(read().roles()).isNotEmpty().allMatch(role -> role.holder() == null);

        change("Programme coordinator, holder: null", "Programme coordinator, holder: Hanna of the hub");
        assertThat(read().roles()).contains(new Programme.Role("Programme coordinator", "Hanna of the hub"));
    }

    @Test
    void aProgrammeShowsAllItsPagesUnlessItNamesThem() {
        exchange = exchange.replace("  shows: [openings, lists, reports, help]\n", "");
        assertThat(read().showsOpenings()).isTrue();
        assertThat(read().shownLists()).isNotEmpty();
        assertThat(read().showsHelp()).isTrue();
        assertThat(read().publicPages().paragraphs()).hasSize(2);

        change("publicPages:\n", "publicPages:\n  shows: [reports]\n");
        assertThat(read().showsOpenings()).isFalse();
        assertThat(read().shownLists()).isEmpty();
        assertThat(read().showsHelp()).isFalse();
        assertThat(read().publicPages().show("reports")).isTrue();
    }

    @Test
    void aProgrammeSaysSentencesOfPagesInItsOwnWordsAndWithTheSameHolesAndTags() {
        String built = exchange;
        change("publicPages:\n", "publicPages:\n  says: {apply.as: \"Sign up as {0}\"}\n");
        assertThat(read().page("apply.as")).isEqualTo("exchange/apply.as");
        assertThat(read().page("apply.open")).isEqualTo("apply.open");

        for (String wrong : List.of("apply.as: Sign up", "apply.opens.html: \"On <script>{0}</script>\"")) {
            exchange = built;
            change("publicPages:\n", "publicPages:\n  says: {" + wrong + "}\n");
            assertThatThrownBy(this::read).hasMessageContaining("keep the holes and tags");
        }
    }

    @Test
    void aSentenceThatNoPageAsksAProgrammeForIsRefused() {
        String built = exchange;
        change("publicPages:\n", "publicPages:\n  says: {help.title: Ask us}\n");
        assertRefused("\"publicPages\" says \"help.title\", which no page asks a programme for; ");

        exchange = built;
        change("publicPages:\n", "publicPages:\n  says: {apply.opned: Sign up}\n");
        assertRefused("which no page asks a programme for; did you mean \"apply.open\"?");
    }

    @Test
    void theSentencesThatPagesAskAProgrammeForAreThoseItCanSayAndTheManualNamesThem() throws IOException {
        Pattern asked = Pattern.compile("\\.page\\('([^']+)'\\)");
        List<Path> templates;
        try (Stream<Path> all = Files.walk(Path.of("src/main/resources/templates"))) {
            templates = all.filter(Files::isRegularFile).toList();
        }
        Set<String> names = new TreeSet<>();
        for (Path template : templates) {
            asked.matcher(Files.readString(template)).results().forEach(name -> names.add(name.group(1)));
        }

        assertThat(Programme.PublicPages.SENTENCES).containsExactlyElementsOf(names);
        assertThat(Files.readString(Path.of("README.md")))
                .contains(names.stream().map("`%s`"::formatted).toList());
    }

    @Test
    void aSortedListFollowsTheAlphabetOfWhoReadsItAndOtherListsStayAsTheyAre() {
        change(
                "lists:\n",
                "lists:\n  teas:\n    - {value: other, label: Another tea}\n    - {value: white, label: White tea}\n");
        change("languageOptions]", "languageOptions, teas]");
        Programme polish = read().in(new Dictionaries().of("exchange", Locale.forLanguageTag("pl")));

        assertThat(labels(polish, "languageOptions"))
                .hasSize(38)
                .startsWith("albański", "angielski", "azerbejdżański")
                .containsSubsequence("litewski", "łotewski", "łużycki", "macedoński", "węgierski");
        assertThat(labels(polish, "teas")).containsExactly("White tea", "Another tea");
        assertThat(polish.lists().get("directions"))
                .extracting(Programme.Option::value)
                .containsExactly("mentee-travels", "mentor-travels", "either");
        assertThat(labels(read(), "languageOptions")).startsWith("English", "Albanian");
    }

    private static List<String> labels(Programme programme, String list) {
        return programme.lists().get(list).stream().map(Programme.Option::label).toList();
    }

    @Test
    void aSortedListThatIsNotThereIsRefused() {
        change("languageOptions]", "languageOptions, teas]");

        assertRefused("\"sortedLists\" names \"teas\", but \"lists\" has no such list.");
    }

    @Test
    void aProgrammeThatNamesNoLanguageHasItsTextsInEnglish() {
        exchange = exchange.replaceFirst("languages: .*\n", "");

        assertThat(read().languages()).containsExactly("en");
    }
}
