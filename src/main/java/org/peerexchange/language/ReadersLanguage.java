package org.peerexchange.language;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * The language of whoever reads a page: the one they chose in this browser, kept in a cookie that says nothing else; else their
 * own, which their mails come in, where a personal link says who they are; else the best of those their browser asks for; else
 * English. What only staff read is English.
 */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
class ReadersLanguage extends CookieLocaleResolver {

    /** Participants, too, read that Wikimedia did not sign them in. */
    private static final Pattern STAFF =
            Pattern.compile("/(?:desk|catalogue|trial|sign-in(?!/wikimedia)|camunda)(?:/.*)?");

    private static final LocaleContext ENGLISH = new SimpleLocaleContext(Locale.ENGLISH);

    private final Languages languages;
    private final List<KnownReader> known;

    ReadersLanguage(Languages languages, List<KnownReader> known) {
        super("language");
        this.languages = languages;
        this.known = known;
        setCookiePath("/");
        setCookieHttpOnly(true);
        setCookieSameSite("Lax");
        setCookieMaxAge(Duration.ofDays(365));
        setDefaultLocaleFunction(this::unchosen);
        setDefaultTimeZoneFunction(request -> (TimeZone) null);
    }

    /** Found out when a page first needs it, which for most is while it reads the same person for other reasons. */
    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        return isForStaff(request)
                ? ENGLISH
                : () -> super.resolveLocaleContext(request).getLocale();
    }

    static boolean isForStaff(HttpServletRequest request) {
        return STAFF.matcher(KnownReader.asked(request)).matches();
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return resolveLocaleContext(request).getLocale();
    }

    /** A cookie may name a language that there are no pages in any more, or nonsense. */
    @Override
    protected Locale parseLocaleValue(String tag) {
        return languages.find(tag).orElse(null);
    }

    private Locale unchosen(HttpServletRequest request) {
        return known.stream()
                .map(reader -> language(reader, request))
                .flatMap(Optional::stream)
                .findFirst()
                .map(own -> languages.best(List.of(own)))
                .orElseGet(() -> languages.best(Collections.list(request.getLocales())));
    }

    /** A page that tells what went wrong must not fail for the same reason. */
    private static Optional<Locale> language(KnownReader reader, HttpServletRequest request) {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            return reader.language(request);
        }
        try {
            return reader.language(request);
        } catch (RuntimeException again) {
            return Optional.empty();
        }
    }
}
