package org.peerexchange.programme;

import java.util.Locale;
import org.peerexchange.language.Sentences;
import org.peerexchange.language.Translation;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The language of the page that is being made, and what is said in it. Outside of a page it is English. */
@Component
public class PageLanguage {

    private final Programmes programmes;
    private final Dictionaries dictionaries;

    PageLanguage(Programmes programmes, Dictionaries dictionaries) {
        this.programmes = programmes;
        this.dictionaries = dictionaries;
    }

    public Locale locale() {
        LocaleContext page = LocaleContextHolder.getLocaleContext();
        return page == null || page.getLocale() == null ? Locale.ENGLISH : page.getLocale();
    }

    /** What a programme says in it. @param programme its key, or {@link ProgrammeFiles#SHARED} */
    public Translation words(String programme) {
        return dictionaries.of(programme, locale());
    }

    /** A programme in it. */
    public Programme of(Programme programme) {
        return programme.in(words(programme.key()));
    }

    /**
     * The programme with this key in it.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Programme programme(String key) {
        return of(programmes.of(key));
    }

    /** One of the application's own sentences in it. @param words what goes into its holes */
    public String say(String name, Object... words) {
        return Sentences.PAGES.say(locale(), name, words);
    }
}
