package org.peerexchange.language;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.SimpleFormatter;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A sentence with numbered holes in one language, written as an ICU message: {@code {0, plural, one {# day} other {# days}}}. What
 * goes into a hole without a type is said as it is given; a plural form and {@code {0, number}} read it as a number, and that as the
 * language writes it.
 */
public final class Message {

    private static final Pattern BLANK_IN_HOLE = Pattern.compile("\\{\\s|\\s}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    /** The kinds of holes that take any words. */
    private static final Set<MessagePattern.ArgType> TEXTS =
            EnumSet.of(MessagePattern.ArgType.NONE, MessagePattern.ArgType.SELECT);

    private final MessageFormat format;
    private final Set<Integer> holes;
    private final Set<Integer> numbers;

    /** Says a message whose holes take words as they are, in a fifth of the time; null for one with plural forms and the like. */
    private final SimpleFormatter plain;

    private Message(MessageFormat format, Set<Integer> holes, Set<Integer> numbers, SimpleFormatter plain) {
        this.format = format;
        this.holes = holes;
        this.numbers = numbers;
        this.plain = plain;
    }

    /**
     * Reads a message.
     *
     * @throws IllegalArgumentException with a plain sentence when the pattern cannot be read, or names a hole by a word
     */
    public static Message of(String pattern, Locale language) {
        try {
            MessageFormat format = new MessageFormat(pattern, ULocale.forLocale(language));
            MessagePattern parts = new MessagePattern(pattern);
            Set<Integer> holes = new TreeSet<>();
            Set<Integer> numbers = new TreeSet<>();
            for (int at = 0; at < parts.countParts(); at++) {
                MessagePattern.Part part = parts.getPart(at);
                if (part.getType() == MessagePattern.Part.Type.ARG_NAME) {
                    throw new IllegalArgumentException(
                            "a hole is a number, such as {0}, and not {%s}".formatted(parts.getSubstring(part)));
                }
                if (part.getType() == MessagePattern.Part.Type.ARG_NUMBER) {
                    holes.add(part.getValue());
                    if (!TEXTS.contains(parts.getPart(at - 1).getArgType())) {
                        numbers.add(part.getValue());
                    }
                }
            }
            return new Message(format, holes, numbers, plain(pattern, parts));
        } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new IllegalArgumentException(
                    "\"%s\" is no message: %s".formatted(pattern, broken.getMessage()), broken);
        }
    }

    private static SimpleFormatter plain(String pattern, MessagePattern parts) {
        boolean plain = IntStream.range(0, parts.countParts())
                .mapToObj(parts::getPart)
                .allMatch(part -> part.getArgType() == MessagePattern.ArgType.NONE);
        // Between the brackets of a hole the other format takes blanks, too.
        return plain && !BLANK_IN_HOLE.matcher(pattern).find() ? SimpleFormatter.compile(pattern) : null;
    }

    /** The numbers of its holes. */
    public Set<Integer> holes() {
        return holes;
    }

    /**
     * Whether the words can go into the holes: what a hole reads as a number is to be one.
     *
     * @param words one for each hole, by its number
     */
    boolean fits(Object... words) {
        return numbers.stream().allMatch(hole -> number(words[hole]) instanceof Number);
    }

    /**
     * The sentence with its holes filled.
     *
     * @param words one for each hole, by its number
     */
    public String with(Object... words) {
        if (plain != null && words.length >= plain.getArgumentLimit()) {
            return plain.format(Stream.of(words).map(String::valueOf).toArray(String[]::new));
        }
        Object[] given = new Object[words.length];
        for (int hole = 0; hole < words.length; hole++) {
            given[hole] = numbers.contains(hole) ? number(words[hole]) : String.valueOf(words[hole]);
        }
        // The format of ICU is not for several threads at a time.
        return ((MessageFormat) format.clone()).format(given);
    }

    private static Object number(Object word) {
        return word instanceof String text && NUMBER.matcher(text).matches() ? new BigDecimal(text) : word;
    }
}
