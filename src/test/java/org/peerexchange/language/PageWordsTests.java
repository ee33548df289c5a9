package org.peerexchange.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The application's own sentences: pages name those that there are, and each language says the same. */
class PageWordsTests {

    /** The languages that pages are complete in. */
    private static final List<String> COMPLETE = List.of("en", "pl", "uk", "sr");

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern FILE = Pattern.compile("(pages|validation)_([a-zA-Z_]+)\\.properties");
    private static final Pattern NAMED =
            Pattern.compile("(th:utext=\")?#\\{(?:\\$\\{[\\w.()]+\\.page\\(')?([a-z][\\w.-]*)(?:'\\)})?(\\()?");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    /** Names that are put together where they are said. */
    private static final List<String> PUT_TOGETHER =
            List.of("my.step.", "time.", "script.form-js.", "done.", "unsubscribe.");

    /** What only some languages need. */
    private static final Set<String> NOT_IN_ENGLISH = Set.of("months.of-days");

    private static Map<String, String> read(String file) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(Files.readString(MESSAGES.resolve(file))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, String> sentences = new TreeMap<>();
        read.forEach((name, sentence) -> sentences.put((String) name, (String) sentence));
        return sentences;
    }

    private static Stream<Path> files(String root, String ending) {
        try (Stream<Path> all = Files.walk(Path.of(root))) {
            return all
                    .filter(file ->
                            file.toString().endsWith(ending) && !file.toString().contains("node_modules"))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The message files in other languages than English. */
    static Stream<Path> translated() {
        return files(MESSAGES.toString(), ".properties")
                .filter(file -> FILE.matcher(file.getFileName().toString()).matches());
    }

    @Test
    void aTemplateNamesSentencesThatThereAreAndShowsTagsOnlyOfThoseThatHaveThem() {
        Map<String, String> english = read("pages.properties");
        Stream<Path> pages = files(TEMPLATES.toString(), ".html")
                // The catalogue shows expressions that look like names.
                .filter(template -> !template.endsWith("catalogue.html"));
        pages.forEach(template -> {
            Matcher named = NAMED.matcher(content(template));
            while (named.find()) {
                String name = named.group(2);
                assertThat(english).as("%s", template).containsKey(name);
                assertThat(named.group(1) != null)
                        .as("%s shows tags of %s", template, name)
                        .isEqualTo(name.endsWith("html"));
                assertThat(named.group(3) != null)
                        .as("%s fills in %s", template, name)
                        .isEqualTo(!Message.of(english.get(name), Locale.ENGLISH)
                                .holes()
                                .isEmpty());
            }
            if (template.getParent().equals(TEMPLATES)) {
                assertThat(content(template)
                                .replaceAll(
                                        "th:utext=\"(?:#\\{|\\$\\{(?:form|shown\\.drawing\\(\\))\\.json\\(\\))", ""))
                        .as("%s shows nothing else as it is", template)
                        .doesNotContain("th:utext");
            }
        });
    }

    @Test
    void whatIsFilledIntoASentenceWithTagsIsWordsAndNoTags() {
        PageMessages messages = new PageMessages(new StaticListableBeanFactory().getBeanProvider(OwnSentences.class));

        assertThat(messages.getMessage("home.reports.html", new Object[] {"/\"><script>x</script>"}, Locale.ENGLISH))
                .contains("<a href=\"/&quot;&gt;&lt;script&gt;x&lt;/script&gt;\">")
                .doesNotContain("<script>");
        assertThat(messages.getMessage("apply.as", new Object[] {"mentor & friend"}, Locale.ENGLISH))
                .isEqualTo("Apply as mentor & friend");
    }

    @Test
    void whatAProgrammeSaysItselfIsReadOnceHoweverManyPagesSayIt() {
        StaticListableBeanFactory own = new StaticListableBeanFactory();
        own.addBean("own", (OwnSentences)
                (whose, name, language) -> Optional.of(whose.equals("tea") ? "Drink as {0}" : "Drink"));
        PageMessages messages = new PageMessages(own.getBeanProvider(OwnSentences.class));

        assertThat(messages.getMessage("tea/apply.as", new Object[] {"guest"}, Locale.ENGLISH))
                .isEqualTo("Drink as guest");
        assertThat(messages.getMessage("coffee/apply.as", new Object[] {"guest"}, Locale.ENGLISH))
                .as("without its hole the usual one is said")
                .isEqualTo("Apply as guest");
        assertThat(messages.own("tea", "apply.as", Locale.ENGLISH).orElseThrow())
                .isSameAs(messages.own("tea", "apply.as", Locale.ENGLISH).orElseThrow());
    }

    @Test
    void everySentenceIsSaidSomewhere() {
        String sources = Stream.of(
                        files("src/main/java", ".java"),
                        files("src/main/browser", ".js"),
                        files(TEMPLATES.toString(), ".html"))
                .flatMap(files -> files)
                .map(PageWordsTests::content)
                .collect(Collectors.joining());

        assertThat(read("pages.properties").keySet())
                .filteredOn(name -> PUT_TOGETHER.stream().noneMatch(name::startsWith))
                .allSatisfy(name -> assertThat(sources)
                        .containsPattern("[\"'{]" + Pattern.quote(name.replaceFirst("^script\\.", "")) + "[\"'(}]"));
    }

    @Test
    void whatTheScriptsOfFormJsSayIsThere() {
        Matcher name = Pattern.compile(": \\['([a-z-]+)'|say\\('(form-js\\.)?([a-z-.]+)'")
                .matcher(content(Path.of("src/main/browser/words.js")));
        Set<String> english = read("pages.properties").keySet();
        int found = 0;
        while (name.find()) {
            assertThat(english)
                    .contains("script."
                            + (name.group(1) != null
                                    ? "form-js." + name.group(1)
                                    : (name.group(2) == null ? "" : name.group(2)) + name.group(3)));
            found++;
        }
        assertThat(found).isGreaterThan(30);
    }

    @Test
    void nothingLacksInTheLanguagesThatAreComplete() {
        for (String file : List.of("pages", "validation")) {
            Set<String> english = read(file + ".properties").keySet();
            for (String language : COMPLETE) {
                if (!language.equals("en")) {
                    assertThat(missing(english, file + "_" + language + ".properties"))
                            .as("%s in %s", file, language)
                            .isEmpty();
                }
            }
        }
    }

    private static Set<String> missing(Set<String> english, String file) {
        Set<String> missing = new TreeSet<>(english);
        if (Files.exists(MESSAGES.resolve(file))) {
            missing.removeAll(read(file).keySet());
        }
        return missing;
    }

    @Test
    void eachLanguageSaysTheSameWithTheSameHolesTagsAndAllItsForms() {
        translated().forEach(PageWordsTests::saysTheSame);
    }

    private static void saysTheSame(Path file) {
        assertThat(wrong(read(english(file)), read(file.getFileName().toString()), language(file)))
                .as("%s", file)
                .isEmpty();
    }

    @Test
    void eachWayToSaySomethingElseIsFound() {
        Locale polish = Locale.forLanguageTag("pl");
        Map<String, String> english = Map.of(
                "days", "{0, plural, one {# day} other {# days}}",
                "link.html", "Read <a href=\"{0}\">it</a>.",
                "script.saved", "Saved at {0}.");

        assertThat(wrong(
                        english,
                        Map.of("days", "{0, plural, one {# dzień} few {# dni} many {# dni} other {# dnia}}"),
                        polish))
                .isEmpty();
        assertThat(wrong(english, Map.of("days", "{0, plural, one {# dzień} other {# dnia}}"), polish))
                .containsExactly("days: it lacks the forms [few, many]");
        assertThat(wrong(english, Map.of("days", "dni"), polish)).containsExactly("days: its holes are [], not [0]");
        assertThat(wrong(english, Map.of("days", "{0, plural, one {#}}"), polish))
                .singleElement()
                .asString()
                .startsWith("days: ");
        assertThat(wrong(english, Map.of("link.html", "Zobacz <b href=\"{0}\">to</b>."), polish))
                .containsExactly("link.html: its tags are not those of the English one");
        assertThat(wrong(english, Map.of("script.saved", "Zapisano {0, number}."), polish))
                .containsExactly("script.saved: a script knows only plain holes");
        assertThat(wrong(english, Map.of("hours", "godziny"), polish))
                .containsExactly("hours: English has no such sentence");
    }

    private static String english(Path file) {
        Matcher name = FILE.matcher(file.getFileName().toString());
        assertThat(name.matches()).isTrue();
        return name.group(1) + ".properties";
    }

    private static Locale language(Path file) {
        Matcher name = FILE.matcher(file.getFileName().toString());
        assertThat(name.matches()).isTrue();
        return Locale.forLanguageTag(name.group(2).replace('_', '-'));
    }

    private static List<String> wrong(Map<String, String> english, Map<String, String> translated, Locale language) {
        List<String> wrong = new ArrayList<>();
        translated.forEach((name, sentence) -> {
            if (NOT_IN_ENGLISH.contains(name)) {
                return;
            }
            if (!english.containsKey(name)) {
                wrong.add(name + ": English has no such sentence");
                return;
            }
            try {
                Message said = Message.of(sentence, language);
                Set<Integer> holes =
                        Message.of(english.get(name), Locale.ENGLISH).holes();
                if (!said.holes().equals(holes)) {
                    wrong.add("%s: its holes are %s, not %s".formatted(name, said.holes(), holes));
                }
            } catch (IllegalArgumentException broken) {
                wrong.add("%s: %s".formatted(name, broken.getMessage()));
                return;
            }
            if (!tags(sentence).equals(tags(english.get(name)))) {
                wrong.add(name + ": its tags are not those of the English one");
            }
            if (name.startsWith("script.") && sentence.contains(",") && sentence.matches(".*\\{\\d+\\s*,.*")) {
                wrong.add(name + ": a script knows only plain holes");
            }
            Set<String> lacking = lackingForms(sentence, language);
            if (!lacking.isEmpty()) {
                wrong.add("%s: it lacks the forms %s".formatted(name, lacking));
            }
        });
        return wrong;
    }

    private static Set<String> tags(String sentence) {
        return TAG.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** The plural forms of the language that a choice by number does not have. */
    private static Set<String> lackingForms(String sentence, Locale language) {
        MessagePattern parts = new MessagePattern(sentence);
        Set<String> lacking = new TreeSet<>();
        for (int at = 0; at < parts.countParts(); at++) {
            MessagePattern.Part part = parts.getPart(at);
            if (part.getType() == MessagePattern.Part.Type.ARG_START
                    && part.getArgType() == MessagePattern.ArgType.PLURAL) {
                Set<String> forms = new HashSet<>(
                        PluralRules.forLocale(ULocale.forLocale(language)).getKeywords());
                int end = parts.getLimitPartIndex(at);
                for (int inside = at + 1; inside < end; inside++) {
                    if (parts.getPart(inside).getType() == MessagePattern.Part.Type.ARG_SELECTOR) {
                        forms.remove(parts.getSubstring(parts.getPart(inside)));
                    }
                }
                // What a number alone decides needs no other form.
                lacking.addAll(forms);
            }
        }
        return lacking;
    }
}
