package org.peerexchange.language;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * What templates say with <code>#{name(words)}</code>. A sentence whose name ends in {@code html} has tags in it: what goes into its
 * holes is made harmless here, so that a template can show it as it is.
 */
@Component(AbstractApplicationContext.MESSAGE_SOURCE_BEAN_NAME)
class PageMessages extends AbstractMessageSource {

    private static final String WITH_TAGS = "html";

    @Override
    protected String getMessageInternal(String name, Object[] words, Locale language) {
        return Sentences.PAGES
                .find(language, name)
                .map(sentence -> sentence.with(filled(name, words)))
                .orElse(null);
    }

    private static Object[] filled(String name, Object[] words) {
        if (words == null) {
            return new Object[0];
        }
        return name.endsWith(WITH_TAGS)
                ? Arrays.stream(words)
                        .map(word -> word instanceof Number ? word : HtmlUtils.htmlEscape(String.valueOf(word)))
                        .toArray()
                : words;
    }

    /** Every sentence is found above. */
    @Override
    protected java.text.MessageFormat resolveCode(String name, Locale language) {
        return null;
    }
}
