package org.peerexchange.language;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The application's own sentences by name, from {@code messages/<file>.properties} and one file more for each language; a sentence
 * that a language lacks is English. Each is an ICU message.
 */
public final class Sentences {

    /** What pages, mails and documents say to participants and the public. */
    public static final Sentences PAGES = new Sentences("messages.pages");

    private static final String SCRIPT = "script.";
    private static final Pattern TAG = Pattern.compile("<[^>]*>?");

    private final String file;
    private final Map<Locale, Map<String, Message>> read = new ConcurrentHashMap<>();
    private final Map<Locale, Map<String, String>> scripts = new ConcurrentHashMap<>();

    /** @param file such as {@code messages.pages} */
    public Sentences(String file) {
        this.file = file;
    }

    /**
     * A sentence.
     *
     * @param words what goes into its holes
     * @throws MissingResourceException when there is no such sentence, not even in English
     */
    public String say(Locale language, String name, Object... words) {
        return find(language, name)
                .orElseThrow(() -> new MissingResourceException(
                        "There is no sentence \"%s\" in %s.properties.".formatted(name, file), file, name))
                .with(words);
    }

    /**
     * What scripts of pages say: the sentences whose names begin with {@code script.}, by the rest of it. Their holes are plain ones,
     * which a script fills by itself.
     */
    public Map<String, String> script(Locale language) {
        return scripts.computeIfAbsent(language, one -> {
            ResourceBundle bundle = bundle(one);
            return bundle.keySet().stream()
                    .filter(name -> name.startsWith(SCRIPT))
                    .collect(Collectors.toUnmodifiableMap(name -> name.substring(SCRIPT.length()), bundle::getString));
        });
    }

    /** Whether something can be said instead of the sentence of this name: it has the same holes and the same tags in that order. */
    public boolean isLike(String name, String other) {
        try {
            return find(Locale.ENGLISH, name)
                            .filter(sentence -> sentence.holes()
                                    .equals(Message.of(other, Locale.ENGLISH).holes()))
                            .isPresent()
                    && tags(other).equals(tags(bundle(Locale.ENGLISH).getString(name)));
        } catch (IllegalArgumentException noMessage) {
            return false;
        }
    }

    /** The tags in a sentence, in their order. */
    static List<String> tags(String sentence) {
        return TAG.matcher(sentence).results().map(MatchResult::group).toList();
    }

    /** A sentence, ready to be said; empty when there is none of this name. */
    Optional<Message> find(Locale language, String name) {
        return Optional.ofNullable(read.computeIfAbsent(language, one -> new ConcurrentHashMap<>())
                .computeIfAbsent(name, key -> read(language, key)));
    }

    private Message read(Locale language, String name) {
        ResourceBundle bundle = bundle(language);
        return bundle.containsKey(name) ? Message.of(bundle.getString(name), language) : null;
    }

    private ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                file, language, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
