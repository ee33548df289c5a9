package org.peerexchange.language;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** Every page that participants and the public read leads to itself in the other languages. */
@ControllerAdvice
class LanguageSwitch {

    private final Languages languages;

    LanguageSwitch(Languages languages) {
        this.languages = languages;
    }

    /**
     * A language in which the page can be read.
     *
     * @param name what it calls itself
     * @param current whether the page is in it now
     */
    public record Choice(String tag, String name, String href, boolean current) {}

    /** Nothing where there is no choice, and where the page has no address that leads to it. */
    @ModelAttribute("thisPageIn")
    List<Choice> choices(HttpServletRequest request, Locale page) {
        return languages.all().size() == 1
                        || ReadersLanguage.isForStaff(request)
                        || request.getDispatcherType() == DispatcherType.FORWARD
                ? List.of()
                : languages.all().stream()
                        .map(one -> new Choice(
                                one.toLanguageTag(), Languages.nativeName(one), href(request, one), one.equals(page)))
                        .toList();
    }

    private static String href(HttpServletRequest request, Locale language) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return UriComponentsBuilder.fromPath(
                        String.valueOf(Objects.requireNonNullElse(failed, request.getRequestURI())))
                .query(failed == null ? request.getQueryString() : null)
                .replaceQueryParam(ChoosingLanguages.PARAMETER, language.toLanguageTag())
                .build()
                .toUriString();
    }
}
