package org.peerexchange.programme;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerexchange.language.InWords;
import org.peerexchange.language.OwnSentences;
import org.peerexchange.language.Sentences;
import org.peerexchange.language.Translation;
import org.peerexchange.people.Groups;

/**
 * A programme in its own words, read from {@code processes/<key>/programme.yaml}.
 *
 * @param key short name, the folder's name
 * @param name what people call it
 * @param about what it is and who takes part, in a sentence or two for the public pages
 * @param colour the colour of its pages and mails, such as {@code #3366cc}; text in it is read on white
 * @param contact the mail address participants write to
 * @param languages the languages its texts are in, such as {@code en}; the first is the one every text has
 * @param publicPages what everybody finds about it
 * @param zone the hub's time zone; deadlines end in it unless a table says otherwise
 * @param staffGroup the group that runs the programme day to day
 * @param groups who works with the programme, by group id
 * @param numbers the series of each kind of case, such as {@code application: AP}; no other programme has the same
 * @param states the words for each state of a case
 * @param words which of the programme's words the application acts on
 * @param lists lists of codes and labels that forms offer, such as topics
 * @param sortedLists those of the lists whose order is that of their labels: in each language they follow its alphabet, and an
 *     option {@code other} stays last
 * @param communityFacts the dated facts staff keep about a community
 * @param applications how each role applies
 * @param help how somebody asks for help, or null where nobody can
 * @param offers what a participant may start without being asked, such as withdrawing
 * @param sight what each group sees of the programme's cases, by group id
 * @param kinds what staff call the cases of each kind, such as {@code pair: Exchanges}
 * @param cycleNumber the answers of the form that opens a cycle which number it, such as {@code year}
 * @param cycleDates for each cycle that a year usually has: its days by name, such as {@code applicationsOpen: 02-01}, earliest
 *     first; a day before the one above it is in the year after
 * @param holidays public holidays of each year (month-day), such as {@code 05-01}: a rehearsal says what is due on one
 * @param cycleLimits other values a new cycle's form begins with
 * @param publicLists who takes part in a cycle, for everybody to read
 * @param steps where a case stands, in plain steps for those who take part, by kind of case
 * @param standing the table whose reasons participants' pages show of a case, by kind of case
 * @param occasions what people are invited to and put in their calendars, such as a call, by the name that mails give it
 * @param roles who holds which role in the programme; shown to everybody
 */
public record Programme(
        String key,
        String name,
        String about,
        String colour,
        String contact,
        List<String> languages,
        PublicPages publicPages,
        ZoneId zone,
        String staffGroup,
        Map<String, Groups.Group> groups,
        Map<String, String> numbers,
        Map<String, State> states,
        Words words,
        Map<String, List<Option>> lists,
        List<String> sortedLists,
        Map<String, FactKind> communityFacts,
        Map<String, ApplicationKind> applications,
        Help help,
        List<Offer> offers,
        Map<String, Sight> sight,
        Map<String, String> kinds,
        List<String> cycleNumber,
        List<Map<String, String>> cycleDates,
        List<String> holidays,
        Map<String, Object> cycleLimits,
        List<PublicList> publicLists,
        Map<String, List<PlainStep>> steps,
        Map<String, String> standing,
        Map<String, Occasion> occasions,
        List<Role> roles) {

    private static final String ENGLISH = "en";

    /** What a programme does not need it does not have to name. */
    public Programme {
        languages = languages == null || languages.isEmpty() ? List.of(ENGLISH) : List.copyOf(languages);
        publicPages = publicPages == null ? new PublicPages(null, null, null, null) : publicPages;
        groups = groups == null ? Map.of() : groups;
        numbers = numbers == null ? Map.of() : numbers;
        states = states == null ? Map.of() : states;
        lists = lists == null ? Map.of() : lists;
        sortedLists = sortedLists == null ? List.of() : List.copyOf(sortedLists);
        communityFacts = communityFacts == null ? Map.of() : communityFacts;
        applications = applications == null ? Map.of() : applications;
        offers = offers == null ? List.of() : offers;
        sight = sight == null ? Map.of() : sight;
        kinds = kinds == null ? Map.of() : kinds;
        cycleNumber = cycleNumber == null ? List.of() : cycleNumber;
        cycleDates = cycleDates == null ? List.of() : cycleDates;
        holidays = holidays == null ? List.of() : holidays;
        cycleLimits = cycleLimits == null ? Map.of() : cycleLimits;
        publicLists = publicLists == null ? List.of() : publicLists;
        steps = steps == null ? Map.of() : steps;
        standing = standing == null ? Map.of() : standing;
        occasions = occasions == null ? Map.of() : occasions;
        roles = roles == null ? List.of() : roles;
    }

    /**
     * The programme's public pages.
     *
     * @param intro what its page says below {@code about}: paragraphs with an empty line between them; null for nothing
     * @param shows which pages there are, of {@link #ALL}; all of them unless said otherwise
     * @param timeline the days of a cycle that its page shows; none unless said otherwise
     * @param says what pages say of it in its own words, by the name that the sentence has in {@code messages/pages.properties},
     *     one of {@link #SENTENCES}
     */
    public record PublicPages(String intro, List<String> shows, List<TimelineDay> timeline, Map<String, String> says) {

        /** Where people apply, and from when until when. */
        public static final String OPENINGS = "openings";

        /** The {@code publicLists} of each cycle. */
        public static final String LISTS = "lists";

        /** What was published. */
        public static final String REPORTS = "reports";

        /** Where anybody asks for help. */
        public static final String HELP = "help";

        static final List<String> ALL = List.of(OPENINGS, LISTS, REPORTS, HELP);

        /** The sentences that pages ask a programme for, see {@link Programme#page}: no other can be said in its own words. */
        static final List<String> SENTENCES = List.of(
                "apply.applied-already.html",
                "apply.as",
                "apply.closed",
                "apply.done.no-account.html",
                "apply.done.now.html",
                "apply.done.thanks",
                "apply.done.then-until.html",
                "apply.done.then.html",
                "apply.done.title",
                "apply.form-until.html",
                "apply.not-now-usually.html",
                "apply.not-now.html",
                "apply.open",
                "apply.open-until.html",
                "apply.opens-and-closes.html",
                "apply.opens.html",
                "apply.unsure",
                "apply.until",
                "help.lead",
                "self-check.as",
                "self-check.lead");

        public PublicPages {
            shows = shows == null ? ALL : List.copyOf(shows);
            timeline = timeline == null ? List.of() : List.copyOf(timeline);
            says = says == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(says));
        }

        public boolean show(String page) {
            return shows.contains(page);
        }

        /** The paragraphs of the intro. */
        public List<String> paragraphs() {
            return intro == null
                    ? List.of()
                    : Stream.of(intro.strip().split("\\n\\s*\\n"))
                            .map(paragraph -> paragraph.replaceAll("\\s*\\n\\s*", " "))
                            .toList();
        }
    }

    /**
     * A day of a cycle that everybody may know.
     *
     * @param day the fact that says which day, such as {@code cycle.applicationsOpen}
     * @param label what happens then
     */
    public record TimelineDay(String day, String label) {}

    /** Whether there is a page on which anybody asks for help. */
    public boolean showsHelp() {
        return help != null && publicPages.show(PublicPages.HELP);
    }

    /** Whether what somebody applied with can be changed by them. */
    public boolean takesChangedApplications() {
        return offers.stream()
                .anyMatch(offer -> offer.form() == null && offer.kind().equals(Case.APPLICATION));
    }

    /** Whether there is a page that says who can apply, and when. */
    public boolean showsOpenings() {
        return !applications.isEmpty() && publicPages.show(PublicPages.OPENINGS);
    }

    /** The name of a sentence of pages as this programme says it. */
    public String page(String sentence) {
        return publicPages.says().containsKey(sentence) ? key + OwnSentences.OF + sentence : sentence;
    }

    /** The roles for which anybody can ask beforehand whether they may apply. */
    public List<ApplicationKind> checks() {
        return applications.values().stream()
                .filter(kind -> kind.check() != null)
                .toList();
    }

    /** The public lists that there are pages of. */
    public List<PublicList> shownLists() {
        return publicPages.show(PublicPages.LISTS) ? publicLists : List.of();
    }

    /** The programme as participants and the public read it in a language. */
    public Programme in(Translation words) {
        return words == Translation.ENGLISH ? this : Translated.of(this, words);
    }

    /** The language every text of the programme has. */
    public String language() {
        return languages.get(0);
    }

    /**
     * A state of a case.
     *
     * @param staff what staff read
     * @param participant what participants read
     * @param next what has happened and what comes next, for participants who come by a link that is overtaken; may be null
     * @param closed whether the case has ended
     */
    public record State(String staff, String participant, String next, boolean closed) {}

    /**
     * The programme's names for what the application itself acts on.
     *
     * @param begins the state every case begins in
     * @param withdrawn the state of an application that counts no longer
     * @param applicant the side of an application, and of a request for help
     */
    public record Words(String begins, String withdrawn, String applicant) {}

    /** One choice of a list: the code that is kept and the label that is shown. */
    public record Option(String value, String label) {

        /** Whether it stands for everything that the list does not name. */
        boolean isAnyOther() {
            return value.equals("other");
        }
    }

    /**
     * A kind of dated fact about a community (domain A8).
     *
     * @param label what staff read
     * @param type {@code status}: the latest yes or no that holds today; {@code attendance}: how often in the last years
     * @param years for {@code attendance}: how many years back count
     * @param field for {@code attendance}: what its fields begin with; {@code meeting} stands for {@code meeting1On},
     *     {@code meeting1Attended} and so on, and {@code meetingsSource}
     * @param rows for {@code attendance}: how many times a form asks for
     */
    public record FactKind(String label, String type, int years, String field, int rows) {

        boolean isAttendance() {
            return type.equals("attendance");
        }
    }

    /**
     * How somebody applies in a role.
     *
     * @param role the role's code, such as {@code mentee}
     * @param label what people read
     * @param about whom it is for, a sentence; null where nothing needs to be said
     * @param process the process that the application starts
     * @param form the public form
     * @param open the states of a cycle in which the form is open
     * @param check how anybody asks whether they may apply; null where nobody can
     */
    public record ApplicationKind(
            String role, String label, String about, String process, String form, List<String> open, SelfCheck check) {

        public ApplicationKind {
            open = open == null ? List.of() : List.copyOf(open);
        }

        /** Whether the public form is open while this cycle is in its state. */
        public boolean isOpenIn(Case cycle) {
            return open.contains(cycle.state());
        }
    }

    /**
     * How anybody asks, before they apply, what the table would say that decides about them.
     *
     * @param form the questions; each field's custom property {@code fact} names the fact that it stands for
     * @param table the table that decides
     * @param says what each outcome of the table means to them
     */
    public record SelfCheck(String form, String table, Map<String, String> says) {

        public SelfCheck {
            says = says == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(says));
        }
    }

    /**
     * How somebody asks for help at any time (domain A24).
     *
     * @param form the public form; it has the fields {@code name}, {@code email} and {@code topic}, one of the list
     *     {@code helpTopics}
     * @param message name of the message that starts the process which handles the request
     */
    public record Help(String form, String message) {}

    /**
     * Something a participant may do unasked; it reaches the case as a message.
     *
     * @param message name of the message the models wait for
     * @param form what the participant fills in; null for the form by which the case was applied for, with what was sent
     * @param label what the link says
     * @param kind kind of case it belongs to
     */
    public record Offer(String message, String form, String label, String kind) {

        /** The same by this form. */
        public Offer by(String form) {
            return new Offer(message, form, label, kind);
        }
    }

    /**
     * A public list of those who take part in a cycle: of their applications, what a column names and nothing else.
     *
     * @param key its name in the address of its page
     * @param label what people read
     * @param about a sentence that says who is on it
     * @param states the states of an application that is on it
     * @param consent the question to which the applicant's newest answer is {@code yes}; null when nothing in it is private
     * @param columns what it says of each
     */
    public record PublicList(
            String key, String label, String about, List<String> states, String consent, List<Column> columns) {

        private static final String YES = "yes";

        public PublicList {
            states = states == null ? List.of() : List.copyOf(states);
            columns = columns == null ? List.of() : List.copyOf(columns);
        }

        /**
         * Whether somebody may be named on it. The newest answer counts, in whatever form it was given: people may change their
         * mind.
         *
         * @param said all that was answered in the case of their application, the oldest first
         */
        public boolean isAgreedTo(Collection<Map<String, Object>> said) {
            return consent == null
                    || said.stream()
                            .filter(answers -> answers.containsKey(consent))
                            .map(answers -> YES.equals(answers.get(consent)))
                            .reduce((earlier, later) -> later)
                            .orElse(false);
        }

        /** Whether it says the user name of whoever is on it. */
        public boolean saysUserNames() {
            return columns.stream().anyMatch(column -> Column.USER_NAME.equals(column.shows()));
        }

        /**
         * @param label its head
         * @param shows the key of a field of the application, {@link #ROLE}, or {@link #COMMUNITY}
         */
        public record Column(String label, String shows) {

            /** The role that was applied for, in words. */
            public static final String ROLE = "role";

            /** The name of the community, if it is for one. */
            public static final String COMMUNITY = "community";

            /** A Wikimedia user name, which is public and leads to its page. */
            public static final String USER_NAME = "username";
        }
    }

    /**
     * One of the few steps in which participants see their case go on. A state that no step names, such as one of trouble, leaves a
     * case at the step where it was.
     *
     * @param label what people read
     * @param states the states of a case that is at this step
     */
    public record PlainStep(String label, List<String> states) {

        public PlainStep {
            states = states == null ? List.of() : List.copyOf(states);
        }
    }

    /**
     * What people are invited to. Its day, time and place are answers in its case, named as facts.
     *
     * @param label what the calendar calls it
     * @param from its first day, such as {@code proposeCall.callOn}
     * @param at the time of day at which it begins, in the programme's zone; null for whole days
     * @param lasts how long it lasts from there; null for whole days
     * @param until for whole days: its last one; null if there is only one
     * @param where its place; null if it has none
     */
    public record Occasion(String label, String from, String at, Duration lasts, String until, String where) {

        /** Whether all that is needed is there, and nothing that contradicts it. */
        boolean isComplete() {
            return label != null && from != null && (at == null) == (lasts == null) && (at == null || until == null);
        }
    }

    /**
     * A role in the programme that somebody holds, such as the liaison to a board.
     *
     * @param holder who holds it, as the public may know them; null while nobody does
     */
    public record Role(String label, String holder) {}

    /**
     * What a group sees of the programme's cases.
     *
     * @param everything all cases with everything in them, such as names and addresses of people
     * @param kinds kinds of cases it sees, without names and addresses
     * @param documents ids of the forms whose answers and files it reads
     * @param ledger whether it sees the money of a case
     */
    public record Sight(boolean everything, Set<String> kinds, Set<String> documents, boolean ledger) {

        public static final Sight NOTHING = new Sight(false, Set.of(), Set.of(), false);

        public static final Sight EVERYTHING = new Sight(true, Set.of(), Set.of(), true);

        public Sight {
            kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
            documents = documents == null ? Set.of() : Set.copyOf(documents);
        }

        public boolean sees(Case subject) {
            return everything || kinds.contains(subject.kind());
        }

        public boolean reads(String document) {
            return everything || documents.contains(document);
        }

        public boolean seesLedger() {
            return everything || ledger;
        }

        private Sight and(Sight other) {
            return new Sight(
                    everything || other.everything,
                    both(kinds, other.kinds),
                    both(documents, other.documents),
                    ledger || other.ledger);
        }

        private static Set<String> both(Set<String> some, Set<String> others) {
            return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
        }
    }

    /** The groups that see everything of the programme: its own staff. */
    public List<String> ownGroups() {
        return sight.keySet().stream()
                .filter(group -> sight.get(group).everything())
                .sorted()
                .toList();
    }

    /** What somebody in these groups sees: what any of them does. */
    public Sight sight(Collection<String> groups) {
        return groups.stream()
                .map(group -> sight.getOrDefault(group, Sight.NOTHING))
                .reduce(Sight.NOTHING, Sight::and);
    }

    /**
     * The words for a state.
     *
     * @throws IllegalArgumentException when the programme does not know the state
     */
    public State state(String code) {
        State state = states.get(code);
        if (state == null) {
            throw new IllegalArgumentException(
                    "The programme %s has no state \"%s\": add it to programme.yaml, or use one of %s."
                            .formatted(key, code, states.keySet()));
        }
        return state;
    }

    /** The hub's time zone as people say it: {@code Warsaw time}. */
    public String zoneName(Locale language) {
        return InWords.zone(zone, language);
    }

    /** The same for staff. */
    public String zoneName() {
        return zoneName(Locale.ENGLISH);
    }

    /** What people read for a code of one of the lists; the code itself if the list does not have it any more. */
    public String label(String list, String code) {
        return lists.getOrDefault(list, List.of()).stream()
                .filter(option -> option.value().equals(code))
                .map(Option::label)
                .findFirst()
                .orElse(code);
    }

    /** What is missing for the application to run the programme: a sentence each. */
    List<String> missing() {
        Words named = words == null ? new Words(null, null, null) : words;
        List<String> missing = new ArrayList<>();
        Map<String, Object> needed = new LinkedHashMap<>();
        needed.put("key", key);
        needed.put("name", name);
        needed.put("contact", contact);
        needed.put("zone", zone);
        needed.put("staffGroup", staffGroup);
        needed.forEach((word, value) -> {
            if (value == null) {
                missing.add("\"%s\" is missing.".formatted(word));
            }
        });
        languages.stream()
                .filter(language -> !isALanguage(language))
                .forEach(language -> missing.add(
                        "the language \"%s\" is not known: write a code such as en, pl or pt-BR.".formatted(language)));
        publicPages.shows().stream()
                .filter(page -> !PublicPages.ALL.contains(page))
                .forEach(page -> missing.add("\"publicPages\" shows \"%s\", which is no page; %s"
                        .formatted(page, ratherOneOf(PublicPages.ALL, page))));
        publicPages.says().forEach((name, own) -> {
            if (!PublicPages.SENTENCES.contains(name)) {
                missing.add("\"publicPages\" says \"%s\", which no page asks a programme for; %s"
                        .formatted(name, ratherOneOf(PublicPages.SENTENCES, name)));
            } else if (!Sentences.PAGES.isLike(name, own)) {
                missing.add(
                        "\"publicPages\" says \"%s\" as \"%s\": keep the holes and tags that it has in messages/pages.properties."
                                .formatted(name, own));
            }
        });
        state("begins", named.begins(), "every case begins in").ifPresent(missing::add);
        state("withdrawn", named.withdrawn(), "a withdrawn application is in").ifPresent(missing::add);
        if (named.applicant() == null) {
            missing.add("\"words\" lacks \"applicant\": name the side of an application.");
        }
        groups.forEach((id, group) -> {
            if (!id.matches("[a-z][a-z0-9-]*") || group == null || group.name() == null) {
                missing.add("the group \"%s\" needs an id of small letters, digits and hyphens, and a \"name\"."
                        .formatted(id));
            }
        });
        if (!colourCanBeRead()) {
            missing.add(
                    "the colour \"%s\" cannot be read on white: name one such as #3366cc, dark enough for a contrast of 4.5."
                            .formatted(colour));
        }
        sortedLists.stream()
                .filter(list -> !lists.containsKey(list))
                .map("\"sortedLists\" names \"%s\", but \"lists\" has no such list."::formatted)
                .forEach(missing::add);
        applications.forEach((role, kind) -> {
            if (kind.open().isEmpty()) {
                missing.add("the role \"%s\" lacks \"open\": name the states of a cycle in which people apply."
                        .formatted(role));
            }
            kind.open().stream()
                    .filter(code -> !states.containsKey(code))
                    .forEach(code ->
                            missing.add("the role \"%s\" is open in the state \"%s\", but \"states\" has no such state."
                                    .formatted(role, code)));
        });
        steps.forEach((kind, plain) -> steps(kind, plain, missing));
        numbered().stream()
                .filter(kind -> !numbers.getOrDefault(kind, "").matches("[A-Za-z]+"))
                .forEach(kind -> missing.add(
                        "\"numbers\" lacks \"%s\": name the letters that numbers of such cases begin with, such as CY."
                                .formatted(kind)));
        if (cycleNumber == null || cycleNumber.isEmpty()) {
            missing.add("\"cycleNumber\" is missing: name the answers that number a cycle, such as [year].");
        }
        holidays.stream()
                .filter(day -> !isADay(day))
                .map("the holiday \"%s\" is no day of a year: write month and day, such as \"05-01\"."::formatted)
                .forEach(missing::add);
        communityFacts.forEach((kind, how) -> {
            if (how.isAttendance() && (how.field() == null || how.rows() < 1)) {
                missing.add(
                        "the community fact \"%s\" lacks \"field\" or \"rows\": say which fields of a form ask for it."
                                .formatted(kind));
            }
        });
        occasions.forEach((name, occasion) -> {
            if (!occasion.isComplete()) {
                missing.add(
                        "the occasion \"%s\" needs \"label\" and \"from\", and either \"at\" with \"lasts\" or, for whole days, \"until\"."
                                .formatted(name));
            }
        });
        long forms = applications.values().stream()
                .map(ApplicationKind::form)
                .distinct()
                .count();
        if (forms < applications.size()) {
            missing.add(
                    "two roles apply with one form: give each its own, since the form says which role was applied for.");
        }
        return missing;
    }

    private static String ratherOneOf(List<String> known, String name) {
        return NearWords.nearest(name, known)
                .map("did you mean \"%s\"?"::formatted)
                .orElse("there is %s.".formatted(String.join(", ", known)));
    }

    private void steps(String kind, List<PlainStep> plain, List<String> missing) {
        if (!numbers.containsKey(kind)) {
            missing.add("\"steps\" names the kind of case \"%s\", but \"numbers\" has no such kind.".formatted(kind));
        }
        Set<String> named = new HashSet<>();
        for (PlainStep step : plain == null ? List.<PlainStep>of() : plain) {
            if (step.label() == null || step.states().isEmpty()) {
                missing.add(
                        "a step of \"%s\" lacks \"label\" or \"states\": say what it is called and which states belong to it."
                                .formatted(kind));
            }
            for (String state : step.states()) {
                if (!states.containsKey(state)) {
                    missing.add("the step \"%s\" of \"%s\" names the state \"%s\", but \"states\" has no such state."
                            .formatted(step.label(), kind, state));
                }
                if (!named.add(state)) {
                    missing.add("the state \"%s\" stands in two steps of \"%s\": a case is at one of them."
                            .formatted(state, kind));
                }
            }
        }
    }

    /** The kinds of cases that the application opens for the programme; its models may open more. */
    private Set<String> numbered() {
        Set<String> kinds = new LinkedHashSet<>(Set.of(Case.CYCLE));
        if (!applications.isEmpty()) {
            kinds.add(Case.APPLICATION);
        }
        if (help != null) {
            kinds.add(Case.REQUEST);
        }
        kinds.addAll(numbers.keySet());
        return kinds;
    }

    private static boolean isALanguage(String code) {
        Locale language = Locale.forLanguageTag(code);
        // Whatever there is no name for is shown as its code.
        return !language.getLanguage().isEmpty()
                && !language.getDisplayLanguage(Locale.ENGLISH).equals(language.getLanguage());
    }

    private static boolean isADay(String day) {
        try {
            MonthDay.parse("--" + day);
            return true;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    /** Text and buttons in the programme's colour stand on white: WCAG asks for a contrast of 4.5. */
    private boolean colourCanBeRead() {
        if (colour == null || !colour.matches("#[0-9a-fA-F]{6}")) {
            return false;
        }
        double light = 0.2126 * light(1) + 0.7152 * light(3) + 0.0722 * light(5);
        return 1.05 / (light + 0.05) >= 4.5;
    }

    private double light(int at) {
        double part = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private Optional<String> state(String word, String code, String what) {
        if (code == null) {
            return Optional.of("\"words\" lacks \"%s\": name the state %s.".formatted(word, what));
        }
        return states.containsKey(code)
                ? Optional.empty()
                : Optional.of("\"words\" names \"%s\" as the state %s, but \"states\" has no such state."
                        .formatted(code, what));
    }

    /**
     * What every fact about the programme begins with: {@code zoneName}, and {@code path}, the path of its public page.
     *
     * @param language that of who reads them
     */
    Map<String, Object> asFacts(Locale language) {
        return Map.of("zoneName", zoneName(language), "path", "/programmes/" + key);
    }

    /** The lists as forms read them: options with value and label, by name of the list. */
    public Map<String, Object> listsAsFacts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        lists.forEach((name, options) -> facts.put(
                name,
                options.stream()
                        .map(option -> Map.of("value", option.value(), "label", option.label()))
                        .toList()));
        return facts;
    }
}
