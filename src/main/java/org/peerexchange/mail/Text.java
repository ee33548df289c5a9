package org.peerexchange.mail;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text that a programme officer wrote: the first line is the subject, the rest the body. A second line {@code Essential: no} says
 * that whoever takes part can do without the mail, and so may unsubscribe from it and its like. The only things in it that are
 * not words: {@code [(${case.number})]} names a value, {@code [# th:if="${link}"] … [/]} and {@code [# th:each="topic :
 * ${facts.topics}"] … [/]} are conditions and repetitions. Anything else that Thymeleaf might evaluate is refused here.
 */
record Text(String file, String subject, String body, Set<String> needs, Set<String> offers, boolean essential) {

    private static final String NAME = "[a-zA-Z]\\w*";
    private static final String PATH = "\\$\\{(" + NAME + "(?:\\." + NAME + ")*)\\}";
    private static final Pattern VALUE = Pattern.compile("\\[\\(" + PATH + "\\)\\]");
    private static final Pattern CONDITION = Pattern.compile("\\[# th:(?:if|unless)=\"" + PATH + "\"\\]");
    private static final Pattern REPETITION = Pattern.compile("\\[# th:each=\"(" + NAME + ") : " + PATH + "\"\\]");
    private static final Pattern END = Pattern.compile("\\[/\\]");
    private static final Pattern ESSENTIAL = Pattern.compile("Essential: (yes|no)\\s*(?:\n|$)");
    private static final Pattern SPECIAL = Pattern.compile("\\[\\(|\\[\\[|\\[#|\\[/|\\$\\{|\\*\\{|#\\{|@\\{|~\\{|/\\*");

    /** What a text may name: the first word, and for all but facts and the step's own words the second. */
    private static final Map<String, Set<String>> WORDS = Map.of(
            "case", Set.of("number", "title", "state"),
            "person", Set.of("name"),
            "partner", Set.of("name", "email", "community"),
            "programme", Set.of("name", "contact", "zoneName", "applyAt"),
            "task", Set.of(),
            "who", Set.of(),
            "deadline", Set.of(),
            "deadlineDay", Set.of(),
            "link", Set.of(),
            "unsubscribe", Set.of());

    /** What holds names that are not known beforehand. */
    private static final Set<String> OPEN = Set.of("facts", "given", "justSent");

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
                    "nothing is called \"%s\"; there is %s, facts, given and justSent".formatted(path, WORDS.keySet()));
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
