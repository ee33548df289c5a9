package org.peerexchange.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
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

    private final ObjectProvider<OwnSentences> own;

    /** There are as many as programmes have written. */
    private final Map<Own, Optional<Message>> read = new ConcurrentHashMap<>();

    private record Own(String name, String sentence, Locale language) {}

    /** @param own asked for when a page is made: this is there before everything else */
    PageMessages(ObjectProvider<OwnSentences> own) {
        this.own = own;
    }

    @Override
    protected String getMessageInternal(String name, Object[] words, Locale language) {
        int at = name.indexOf(OwnSentences.OF);
        return (at < 0 ? usual(name, language) : own(name.substring(0, at), name.substring(at + 1), language))
                .map(sentence -> sentence.with(filled(name, words)))
                .orElse(null);
    }

    private static Optional<Message> usual(String name, Locale language) {
        return Sentences.PAGES.find(language, name);
    }

    Optional<Message> own(String whose, String name, Locale language) {
        return own.stream()
                .flatMap(sentences -> sentences.find(whose, name, language).stream())
                .flatMap(sentence ->
                        read.computeIfAbsent(new Own(name, sentence, language), PageMessages::message).stream())
                .findFirst()
                .or(() -> usual(name, language));
    }

    /** It says as much as the usual one and with the same tags, or is not said: it is shown as it is. */
    private static Optional<Message> message(Own own) {
        return Sentences.PAGES.isLike(own.name(), own.sentence())
                ? Optional.of(Message.of(own.sentence(), own.language()))
                : Optional.empty();
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
