package org.peerexchange.mail;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.peerexchange.programme.NearWords;

/**
 * A text that a programme officer wrote: the first line is the subject, the rest the body. A second line {@code Essential: no} says
 * that whoever takes part can do without the mail, and so may unsubscribe from it and its like. The only things in it that are
 * not words: {@code [(${case.number})]} names a value, {@code [# th:if="${link}"] … [/]} and {@code [# th:each="topic :
 * ${facts.topics}"] … [/]} are conditions and repetitions. Anything else that Thymeleaf might evaluate is refused here.
 */
record Text(String file, String subject, String body, Set<String> needs, Set<String> offers, boolean essential) {

    private static final String NAME = "[a-zA-Z]\\w*";
    private static final String PATH = "\\$\\{(" + NAME + "(?:\\." + NAME + ")*)\\}";
    private static final Pattern ANY_PATH = Pattern.compile(PATH);
    private static final Pattern VALUE = Pattern.compile("\\[\\(" + PATH + "\\)\\]");
    private static final Pattern CONDITION = Pattern.compile("\\[# th:(?:if|unless)=\"" + PATH + "\"\\]");
    private static final Pattern REPETITION = Pattern.compile("\\[# th:each=\"(" + NAME + ") : " + PATH + "\"\\]");
    private static final Pattern END = Pattern.compile("\\[/\\]");
    private static final Pattern ESSENTIAL = Pattern.compile("Essential: (yes|no)\\s*(?:\n|$)");
    private static final Pattern SPECIAL = Pattern.compile("\\[\\(|\\[\\[|\\[#|\\[/|\\$\\{|\\*\\{|#\\{|@\\{|~\\{|/\\*");

    /** What a text may name: the first word, and for all but facts and the step's own words the second. */
    private static final Map<String, Set<String>> WORDS = Map.ofEntries(
            Map.entry("case", Set.of("number", "title", "state")),
            Map.entry("person", Set.of("name")),
            Map.entry("partner", Set.of("name", "publicName", "role", "email", "community")),
            Map.entry("programme", Set.of("name", "contact", "zoneName", "applyAt")),
            Map.entry("task", Set.of()),
            Map.entry("who", Set.of()),
            Map.entry("deadline", Set.of()),
            Map.entry("deadlineDay", Set.of()),
            Map.entry("link", Set.of()),
            Map.entry("myPage", Set.of()),
            Map.entry("unsubscribe", Set.of()));

    /** What holds names that are not known beforehand. */
    private static final Set<String> OPEN = Set.of("facts", "given", "justSent");

    private static final Set<String> BEGINNINGS = beginnings();

    private static Set<String> beginnings() {
        var beginnings = new TreeSet<>(WORDS.keySet());
        beginnings.addAll(OPEN);
        return beginnings;
    }

    static Text read(String file, String content) {
        var lines = content.replace("\r\n", "\n").split("\n", 2);
        if (!lines[0].startsWith("Subject: ") || lines[0].length() < 12) {
            throw new WrongText(file, 1, "the first line is to be \"Subject: …\"");
        }
        var body = lines.length < 2 ? "" : lines[1];
        var mark = ESSENTIAL.matcher(body);
        var marked = mark.lookingAt();
        if (!marked && body.startsWith("Essential:")) {
            throw new WrongText(file, 2, "it is \"Essential: no\" or \"Essential: yes\"");
        }
        var words = marked ? body.substring(mark.end()) : body;
        if (words.isBlank()) {
            throw new WrongText(file, 2, "there is no text below the subject");
        }
        var needs = new LinkedHashSet<String>();
        check(file, content.replace("\r\n", "\n"), needs);
        return new Text(
                file,
                lines[0].substring("Subject: ".length()),
                words.strip(),
                needs,
                offers(file, body),
                !marked || mark.group(1).equals("yes"));
    }

    /** The paths that a text names, by line counted from 1. */
    static Map<Integer, Set<String>> paths(String content) {
        var paths = new LinkedHashMap<Integer, Set<String>>();
        var lines = content.replace("\r\n", "\n").split("\n");
        for (var i = 0; i < lines.length; i++) {
            var named = new LinkedHashSet<String>();
            ANY_PATH.matcher(lines[i]).results().forEach(path -> named.add(path.group(1)));
            paths.put(i + 1, named);
        }
        return paths;
    }

    /** The paths of all values it says, such as {@code partner.email}. */
    Set<String> says() {
        return VALUE.matcher(subject + "\n" + body)
                .results()
                .map(value -> value.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> offers(String file, String body) {
        var offers = new LinkedHashSet<String>();
        var lines = body.split("\n");
        for (var i = 0; i < lines.length; i++) {
            if (lines[i].startsWith("[offer:")) {
                var offer = Markup.OFFER.matcher(lines[i]);
                if (!offer.matches()) {
                    throw new WrongText(
                            file, i + 2, "an offer is a line of its own, \"[offer: message: What it does]\"");
                }
                offers.add(offer.group(1));
            }
        }
        return offers;
    }

    private static void check(String file, String content, Set<String> needs) {
        var locals = new LinkedHashSet<String>();
        var conditional = new LinkedHashSet<String>();
        var open = 0;
        var lines = content.split("\n");
        for (var i = 0; i < lines.length; i++) {
            var line = lines[i];
            for (var repetition : REPETITION.matcher(line).results().toList()) {
                locals.add(repetition.group(1));
                checkPath(file, i + 1, repetition.group(2), locals);
            }
            for (var condition : CONDITION.matcher(line).results().toList()) {
                if (!WORDS.containsKey(condition.group(1))) {
                    checkPath(file, i + 1, condition.group(1), locals);
                }
                conditional.add(root(condition.group(1)));
            }
            for (var value :
                    VALUE.matcher(line).results().map(MatchResult::group).toList()) {
                var path = value.substring(4, value.length() - 3);
                checkPath(file, i + 1, path, locals);
                needs.add(root(path));
            }
            if (line.startsWith("[button:")) {
                if (!Markup.BUTTON.matcher(line).matches()) {
                    throw new WrongText(file, i + 1, "a button is a line of its own, \"[button: What it does]\"");
                }
                needs.add("link");
            }
            open += count(CONDITION, line) + count(REPETITION, line) - count(END, line);
            if (open < 0) {
                throw new WrongText(file, i + 1, "[/] ends nothing that was begun");
            }
            var rest = line;
            for (var known : new Pattern[] {VALUE, CONDITION, REPETITION, END}) {
                rest = known.matcher(rest).replaceAll("");
            }
            var special = SPECIAL.matcher(rest);
            if (special.find()) {
                throw new WrongText(
                        file,
                        i + 1,
                        "\"%s\" is not understood; a value is written [(${case.number})], a condition [# th:if=\"${link}\"] … [/]"
                                .formatted(rest.substring(special.start()).strip()));
            }
            if (i == 0 && open > 0) {
                throw new WrongText(file, 1, "a condition in the subject does not end there with [/]");
            }
        }
        if (open > 0) {
            throw new WrongText(file, lines.length, "a condition or repetition is not ended with [/]");
        }
        needs.removeAll(conditional);
        needs.removeAll(locals);
    }

    private static void checkPath(String file, int line, String path, Set<String> locals) {
        var words = path.split("\\.");
        if (locals.contains(words[0]) || OPEN.contains(words[0])) {
            return;
        }
        var second = WORDS.get(words[0]);
        if (second == null) {
            throw new WrongText(
                    file,
                    line,
                    "nothing is called \"%s\"%s"
                            .formatted(
                                    path,
                                    NearWords.nearest(words[0], BEGINNINGS)
                                            .map("; did you mean \"%s\"?"::formatted)
                                            .orElse(
                                                    "; an answer is named as in facts.activityPlan.place, and besides there is "
                                                            + String.join(", ", BEGINNINGS))));
        }
        if (second.isEmpty() ? words.length > 1 : words.length != 2 || !second.contains(words[1])) {
            throw new WrongText(file, line, "nothing is called \"%s\"; %s has %s".formatted(path, words[0], second));
        }
    }

    private static String root(String path) {
        return path.split("\\.")[0];
    }

    private static long count(Pattern pattern, String line) {
        return pattern.matcher(line).results().count();
    }
}
