package org.peerexchange.impact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.peerexchange.submission.Commons;

/** What a thing that a report tells is, and so how wikitext shows it. */
enum As {
    /** What somebody wrote, or nothing in particular: names and addresses are taken out of it. */
    WORDS(Stream::of, one -> one),
    /** A name that everybody may know, such as that of a community: it stays whole. */
    NAME(Stream::of, one -> safe(Wikitext.words(one.toString()))),
    /** Several things that somebody wrote, each in a line of its own. */
    LINES(one -> one.toString().lines(), one -> one),
    /** Addresses with spaces between them, or names on Wikimedia Commons, one in a line; each as a link. */
    LINKS(one -> addresses(one).filter(As::isAddress), one -> safe(Wikitext.link(one.toString()))),
    /** Of such addresses the files on Wikimedia Commons, each as its title. */
    PICTURES(one -> addresses(one).flatMap(As::file), As::safe),
    /** A wiki user name, as a link to the user's page. */
    USER(Stream::of, one -> safe(Wikitext.user(one.toString()))),
    /** An amount, with two decimals. */
    MONEY(one -> Stream.of(money(one)), one -> one);

    private final Function<Object, Stream<?>> parts;
    private final UnaryOperator<Object> shown;

    As(Function<Object, Stream<?>> parts, UnaryOperator<Object> shown) {
        this.parts = parts;
        this.shown = shown;
    }

    /** The one that a table calls so; words when it says nothing. */
    static As called(String name) {
        return name == null || name.isBlank() ? WORDS : valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** What tables can call them. */
    static List<String> names() {
        return Arrays.stream(values())
                .map(as -> as.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The single things in a value, without those that say nothing. */
    Stream<?> parts(Object value) {
        return parts.apply(value)
                .map(part -> part instanceof String text ? text.strip() : part)
                .filter(part -> !part.equals(""));
    }

    /** A single thing as a text shows it: words that are still to be made safe, or what is safe already. */
    Object shown(Object part) {
        return shown.apply(part);
    }

    /** What it comes to when there is nothing to add up. */
    Number nothing() {
        return this == MONEY ? money(0) : Integer.valueOf(0);
    }

    private static Object safe(Object wikitext) {
        return new Wikitext.Safe(wikitext.toString());
    }

    private static Stream<String> addresses(Object several) {
        return several.toString().lines().flatMap(line -> Commons.address(line.strip())
                .map(Stream::of)
                .orElseGet(() -> Arrays.stream(line.split("\\s+"))));
    }

    /** What is none is left out: it may be words with a name or an e-mail address in them. */
    private static boolean isAddress(String one) {
        return one.matches("https?://\\S+");
    }

    private static Stream<String> file(String address) {
        return Wikitext.commonsTitle(address).stream().filter(title -> title.startsWith("File:"));
    }

    private static BigDecimal money(Object amount) {
        return new BigDecimal(amount.toString()).setScale(2, RoundingMode.HALF_UP);
    }
}
