package org.peerexchange.portal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes out of what somebody was told what is about others: their names, every mail address but known ones, what they wrote. */
final class OthersLeftOut {

    static final String NAME = "[name of somebody else]";
    static final String ADDRESS = "[address of somebody else]";
    static final String WORDS = "[words of somebody else]";

    /** Shorter answers are choices, numbers and days, which tell nobody apart. */
    private static final int SHORTEST_WORDS = 15;

    private static final Pattern ANY_ADDRESS = Pattern.compile("[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}.-]+\\p{L}");

    private final List<Pattern> names;
    private final Set<String> knownAddresses;
    private final List<String> words;

    /**
     * @param names what others are called
     * @param knownAddresses those that stay: the reader's own and the hub's
     * @param words what others wrote and the reader did not
     */
    OthersLeftOut(Collection<String> names, Collection<String> knownAddresses, Collection<String> words) {
        this.names = names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(name -> Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList();
        this.knownAddresses = knownAddresses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        this.words = words.stream()
                .filter(said -> said.length() >= SHORTEST_WORDS)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Null stays null. */
    String of(String text) {
        if (text == null) {
            return null;
        }
        String left = text;
        for (String said : words) {
            left = left.replace(said, WORDS);
        }
        left = ANY_ADDRESS
                .matcher(left)
                .replaceAll(found -> knownAddresses.contains(found.group().toLowerCase(Locale.ROOT)) ? "$0" : ADDRESS);
        for (Pattern name : names) {
            left = name.matcher(left).replaceAll(NAME);
        }
        return left;
    }
}
