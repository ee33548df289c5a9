package org.peerexchange.language;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Every page that participants and the public read leads to itself in the other languages. */
@ControllerAdvice
class LanguageSwitch {

    private static final Set<String> LOOKED_AT = Set.of("GET", "HEAD");

    private final Languages languages;
    private final Map<Locale, String> names;
    private final RequestMappingHandlerMapping handlers;

    LanguageSwitch(
            Languages languages, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
        this.languages = languages;
        this.names = languages.all().stream().collect(Collectors.toMap(Function.identity(), Languages::nativeName));
        this.handlers = handlers;
    }

    /**
     * A language in which the page can be read.
     *
     * @param tag its BCP 47 tag
     * @param name what it calls itself
     * @param href where a link leads that chooses it
     */
    public record Choice(String tag, String name, String href) {}

    /** Nothing where there is no choice, and where the page has no address that leads to it. */
    @ModelAttribute("thisPageIn")
    List<Choice> choices(HttpServletRequest request) {
        return languages.all().size() == 1
                        || ReadersLanguage.isForStaff(request)
                        || request.getDispatcherType() == DispatcherType.FORWARD
                        || !isLedTo(request)
                ? List.of()
                : languages.all().stream()
                        .map(one -> new Choice(one.toLanguageTag(), names.get(one), href(request, one)))
                        .toList();
    }

    /** Whether a link can show the page again: it was looked at, or it is what was sent from a page of the same address. */
    private boolean isLedTo(HttpServletRequest request) {
        return LOOKED_AT.contains(request.getMethod())
                || request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                        && handlers.getHandlerMethods().keySet().stream().anyMatch(one -> shows(one, pattern));
    }

    private static boolean shows(RequestMappingInfo handler, String pattern) {
        return handler.getPatternValues().contains(pattern)
                && handler.getMethodsCondition().getMethods().contains(RequestMethod.GET);
    }

    private static String href(HttpServletRequest request, Locale language) {
        return UriComponentsBuilder.fromPath(KnownReader.asked(request))
                .query(request.getQueryString())
                .replaceQueryParam(ChoosingLanguages.PARAMETER, language.toLanguageTag())
                .build()
                .toUriString();
    }
}
