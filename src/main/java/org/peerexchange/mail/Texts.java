package org.peerexchange.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/**
 * The texts of all programmes, {@code processes/<programme>/texts/<name>.<language>.txt}, checked when the application
 * starts. A text that a programme does not have is looked for in {@code processes/shared/texts}.
 */
@Component
class Texts {

    private static final String SHARED = "shared";
    private static final String FOOTER = "footer";
    private static final String PLAIN = "#72777d";
    private static final Pattern FILE = Pattern.compile(".*processes/([^/]+)/texts/([^/.]+)\\.([a-zA-Z-]+)\\.txt");
    private static final Set<String> GIVEN_BY_THE_STEP = Set.of("task", "who", "deadline", "deadlineDay", "link");

    private final Map<String, Text> texts = new HashMap<>();
    private final TemplateEngine engine = new TemplateEngine();
    private final ITemplateEngine pages;

    Texts(ITemplateEngine pages) throws IOException {
        this.pages = pages;
        var dialect = new StandardDialect();
        dialect.setVariableExpressionEvaluator(new Paths());
        engine.setDialect(dialect);
        var resolver = new StringTemplateResolver();
        resolver.setTemplateMode(TemplateMode.TEXT);
        engine.setTemplateResolver(resolver);
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*/texts/*.txt")) {
            var name = FILE.matcher(file.getURL().toString());
            if (!name.matches()) {
                throw new WrongText("%s: a text is called <name>.<language>.txt".formatted(file));
            }
            var shown = "processes/%s/texts/%s.%s.txt".formatted(name.group(1), name.group(2), name.group(3));
            add(
                    name.group(1),
                    name.group(2),
                    name.group(3),
                    Text.read(shown, file.getContentAsString(StandardCharsets.UTF_8)));
        }
        find(SHARED, FOOTER, Locale.ENGLISH);
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

    /** The programme's own words come before the shared ones, and its English ones before a shared translation. */
    private Text find(String programme, String name, Locale language) {
        return Stream.of(programme, SHARED)
                .flatMap(folder -> Stream.of(
                        key(folder, name, language.toLanguageTag()),
                        key(folder, name, language.getLanguage()),
                        key(folder, name, "en")))
                .map(texts::get)
                .flatMap(text -> Optional.ofNullable(text).stream())
                .findFirst()
                .orElseThrow(() -> new WrongText(
                        "there is no text processes/%s/texts/%s.en.txt, nor a shared one".formatted(programme, name)));
    }

    /** The messages that a text offers to start. */
    Set<String> offers(String programme, String name, Locale language) {
        return find(programme, name, language).offers();
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
        return new Letter(subject, plain, pages.process("mail/layout", layout), links.mask(plain));
    }

    private String fill(String template, Map<String, Object> model, Locale language) {
        return engine.process(template, new Context(language, model));
    }

    private static String key(String programme, String name, String language) {
        return programme + "/" + name + "." + language;
    }
}
