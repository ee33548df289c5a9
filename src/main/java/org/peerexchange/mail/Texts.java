package org.peerexchange.mail;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerexchange.programme.ProgrammeFiles;
import org.peerexchange.programme.ProgrammeReader;
import org.peerexchange.programme.Programmes;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/**
 * The texts of all programmes, {@code texts/<name>.<language>.txt} in the programme's folder, checked when they are read. A text
 * that a programme does not have is looked for among those that all share.
 */
@Component
class Texts implements ProgrammeReader {

    private static final String FOOTER = "footer";
    private static final Pattern FILE = Pattern.compile(".*/([^/.]+)\\.([a-zA-Z-]+)\\.txt");
    private static final String PLAIN = "#72777d";
    private static final Set<String> GIVEN_BY_THE_STEP = Set.of("task", "who", "deadline", "deadlineDay", "link");

    private final Map<String, Text> texts = new ConcurrentHashMap<>();

    /** The language every text of a programme has, by its key. */
    private final Map<String, String> firstLanguages = new ConcurrentHashMap<>();

    private final TemplateEngine engine = new TemplateEngine();
    private final ITemplateEngine pages;

    Texts(ITemplateEngine pages) {
        this.pages = pages;
        var dialect = new StandardDialect();
        dialect.setVariableExpressionEvaluator(new Paths());
        engine.setDialect(dialect);
        var resolver = new StringTemplateResolver();
        resolver.setTemplateMode(TemplateMode.TEXT);
        engine.setTemplateResolver(resolver);
        read(ProgrammeFiles.builtIn());
        find(ProgrammeFiles.SHARED, FOOTER, Locale.ENGLISH);
    }

    @Override
    public final void read(ProgrammeFiles files) {
        files.ending(ProgrammeFiles.YAML)
                .forEach(file -> firstLanguages.put(
                        file.programme(),
                        Programmes.read(file.text(), file.name()).language()));
        for (var file : files.ending(".txt")) {
            var name = FILE.matcher(file.name());
            if (!name.matches()) {
                throw new WrongText("%s: a text is called <name>.<language>.txt".formatted(file.name()));
            }
            add(file.programme(), name.group(1), name.group(2), Text.read(file.name(), file.text()));
        }
    }

    private void add(String programme, String name, String language, Text text) {
        try {
            fill(text.subject(), Map.of(), Locale.ENGLISH);
            fill(text.body(), Map.of(), Locale.ENGLISH);
        } catch (TemplateProcessingException e) {
            throw new WrongText(text.file(), e.getLine() == null ? 1 : e.getLine(), e.getMessage());
        }
        texts.put(key(programme, name, language), text);
    }

    /** Refuses a mail that could not be written later, while the step that asks for it can still fail. */
    void check(MailRequest request) {
        var text = find(request.programme(), request.text(), Locale.ENGLISH);
        for (var word : text.needs()) {
            var known = !GIVEN_BY_THE_STEP.contains(word)
                    || (word.equals("link")
                            ? request.link() != null
                            : request.given().containsKey(word.equals("deadlineDay") ? "deadline" : word));
            if (!known) {
                throw new WrongText("%s names \"%s\", which the step that sends it for %s does not give"
                        .formatted(text.file(), word, request.caseNumber()));
            }
        }
        if (request.given().containsKey("deadline")) {
            Instant.parse(request.given().get("deadline"));
        }
    }

    /** The language that a text comes in for who reads this one. */
    Locale language(String programme, String name, Locale wanted) {
        String file = find(programme, name, wanted).file();
        Matcher text = FILE.matcher(file);
        return text.matches() ? Locale.forLanguageTag(text.group(2)) : wanted;
    }

    /** The programme's own words come before the shared ones, and those in its first language before a shared translation. */
    private Text find(String programme, String name, Locale language) {
        return Stream.of(programme, ProgrammeFiles.SHARED)
                .flatMap(folder -> Stream.of(
                        key(folder, name, language.toLanguageTag()),
                        key(folder, name, language.getLanguage()),
                        key(folder, name, firstLanguages.getOrDefault(folder, "en"))))
                .map(texts::get)
                .flatMap(text -> Optional.ofNullable(text).stream())
                .findFirst()
                .orElseThrow(() -> new WrongText("the programme %s has no text %s.%s.txt, and there is no shared one"
                        .formatted(programme, name, firstLanguages.getOrDefault(programme, "en"))));
    }

    /** The messages that a text offers to start. */
    Set<String> offers(String programme, String name, Locale language) {
        return find(programme, name, language).offers();
    }

    /** The paths of the values that a text says, in any language; none of a text that is not there any more. */
    Set<String> says(String programme, String name) {
        return texts.entrySet().stream()
                .filter(text -> text.getKey().startsWith(programme + "/" + name + ".")
                        || text.getKey().startsWith(ProgrammeFiles.SHARED + "/" + name + "."))
                .flatMap(text -> text.getValue().says().stream())
                .collect(Collectors.toSet());
    }

    /** Whether nobody who takes part can do without a mail with this text; its English version says so for all of them. */
    boolean isEssential(String programme, String name) {
        return find(programme, name, Locale.ENGLISH).essential();
    }

    /**
     * @param model what the text may name
     * @param links the links it shows; they are hidden in what is kept
     */
    Letter write(String programme, String name, Map<String, Object> model, Links links, Locale language) {
        var text = find(programme, name, language);
        var body = fill(text.body(), model, language);
        var footer = fill(find(programme, FOOTER, language).body(), model, language);
        var subject = fill(text.subject(), model, language)
                .replace(String.valueOf(Paths.TYPED), "")
                .replaceAll("[\\p{Cntrl}\u2028\u2029\\s]+", " ")
                .strip();
        var plain = Markup.plain(body, links) + "\n\n-- \n" + Markup.plain(footer, links) + "\n";
        var layout = new Context(language);
        layout.setVariables(Map.of(
                "colour",
                model.get("programme") instanceof Map<?, ?> of && of.get("colour") instanceof String own ? own : PLAIN,
                "subject",
                subject,
                "body",
                Markup.html(body, links),
                "footer",
                Markup.html(footer, links),
                "language",
                language.toLanguageTag()));
        return new Letter(
                subject,
                plain,
                pages.process("mail/layout", layout),
                links.mask(plain),
                links.offers().get(Links.UNSUBSCRIBE));
    }

    /** A text without the layout and the links of a mail: it has no buttons, so nothing typed needs to be told from them. */
    TextWriter.Written fill(String programme, String name, Map<String, Object> model, Locale language) {
        var text = find(programme, name, language);
        return new TextWriter.Written(
                typed(text.subject(), model, language).replace(Paths.BREAK, ' ').strip(),
                typed(text.body(), model, language).replace(Paths.BREAK, '\n').strip());
    }

    private String typed(String template, Map<String, Object> model, Locale language) {
        return fill(template, model, language).replace(String.valueOf(Paths.TYPED), "");
    }

    private String fill(String template, Map<String, Object> model, Locale language) {
        return engine.process(template, new Context(language, model));
    }

    private static String key(String programme, String name, String language) {
        return programme + "/" + name + "." + language;
    }
}
