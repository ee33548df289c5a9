package org.peerexchange.language;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * Every page can be read in another language by its address with {@code ?language=pl}; the browser then stays with it. That
 * changes nothing but a cookie of the reader's own, so a link may do it.
 */
@Component
class ChoosingLanguages implements WebMvcConfigurer {

    /** Stands at the end of the address of a page. */
    static final String PARAMETER = "language";

    private final Languages languages;

    ChoosingLanguages(Languages languages) {
        this.languages = languages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var choosing = new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String tag) {
                // What is no language of these pages is forgotten, and the browser's own holds again.
                return languages.find(tag).orElse(null);
            }
        };
        choosing.setParamName(PARAMETER);
        choosing.setHttpMethods("GET", "HEAD");
        registry.addInterceptor(choosing);
    }
}
