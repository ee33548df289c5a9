package org.peerexchange.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peerexchange.language.Languages;
import org.peerexchange.programme.PageLanguage;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;

/** Tells a page that somebody reads by their own link in which language their mails come, where it is another one. */
@ControllerAdvice(basePackageClasses = MailLanguage.class)
class MailLanguage {

    /** A page of one's own, or something that is asked; what stands below it leads back there. */
    private static final Pattern OWN = Pattern.compile("(/(?:p|my)/[^/]+)(?:/(?:details|erasure))?");

    private final ReaderByLink readers;
    private final PageLanguage page;

    MailLanguage(ReaderByLink readers, PageLanguage page) {
        this.readers = readers;
        this.page = page;
    }

    /**
     * Another language than the page's.
     *
     * @param name what it calls itself
     * @param wanted the language of the page, in which mails could come
     * @param path where that is asked for
     */
    public record Mails(String name, String wanted, String path) {}

    /** Found out when the template asks: by then the page has read whose it is. */
    @ModelAttribute("mailsIn")
    LazyContextVariable<Mails> mailsIn(HttpServletRequest request) {
        return new LazyContextVariable<>() {
            @Override
            protected Mails loadValue() {
                return mails(request);
            }
        };
    }

    private Mails mails(HttpServletRequest request) {
        Matcher own = OWN.matcher(request.getRequestURI());
        return own.matches()
                ? readers.language(request)
                        .filter(language -> !language.equals(page.locale()))
                        .map(language -> mails(language, own.group(1)))
                        .orElse(null)
                : null;
    }

    private Mails mails(Locale language, String own) {
        return new Mails(Languages.nativeName(language), page.locale().toLanguageTag(), own + "/language");
    }
}
