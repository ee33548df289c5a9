package org.peerexchange.language;

import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Days and moments written out as a language does (CLDR); in English as these pages always do, the day before the month. */
public final class InWords {

    private static final Map<String, String> ENGLISH = Map.of(
            "yMMMMd", "d MMMM uuuu",
            "MMMMd", "d MMMM",
            "yMMMMEEEEd", "EEEE, d MMMM uuuu",
            "Hm", "HH:mm");

    private static final String MONTH = "MMMM";

    /** The sentence that has the months after the number of a day, where CLDR knows the nominative only. */
    private static final String MONTHS_OF_DAYS = "months.of-days";

    private static final Map<Locale, Map<String, DateTimeFormatter>> FORMATS = new ConcurrentHashMap<>();

    private static final Pattern AMOUNT = Pattern.compile("(-?\\d+\\.\\d{2}) ([A-Z]{3})");
    private static final int MOST_DIGITS = 10;

    private InWords() {}

    /** {@code 4 December 2026}; null for no day. */
    public static String day(LocalDate day, Locale language) {
        return day == null ? null : format("yMMMMd", day, language);
    }

    /** {@code 4 December}. */
    public static String dayOfYear(LocalDate day, Locale language) {
        return format("MMMMd", day, language);
    }

    /** {@code Friday, 4 December 2026, 23:59}, on the clock of its zone. */
    public static String moment(ZonedDateTime moment, Locale language) {
        return format("yMMMMEEEEd", moment, language) + ", " + format("Hm", moment, language);
    }

    /** {@code Friday, 4 December 2026, 23:59 (Warsaw time)}. */
    public static String momentWithZone(ZonedDateTime moment, Locale language) {
        return "%s (%s)".formatted(moment(moment, language), zone(moment.getZone(), language));
    }

    /** A number as the language writes it, its thousands not set apart: it may be a year. */
    public static String number(Number number, Locale language) {
        if (language.getLanguage().equals("en")) {
            return number.toString();
        }
        NumberFormat format = NumberFormat.getInstance(ULocale.forLocale(language));
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(MOST_DIGITS);
        return format.format(number);
    }

    /** An amount of money with its cents: {@code 1234.50}. */
    public static String amount(BigDecimal amount, Locale language) {
        if (language.getLanguage().equals("en")) {
            return amount.toString();
        }
        NumberFormat format = NumberFormat.getInstance(ULocale.forLocale(language));
        format.setMinimumFractionDigits(amount.scale());
        format.setMaximumFractionDigits(amount.scale());
        return format.format(amount);
    }

    /** {@code Warsaw time}; the id of a zone that is no place. */
    public static String zone(ZoneId zone, Locale language) {
        String id = zone.getId();
        if (!id.contains("/")) {
            return id;
        }
        // ICU knows each place by its oldest name: Europe/Kyiv by Europe/Kiev.
        String place = language.getLanguage().equals("en")
                ? null
                : TimeZoneNames.getInstance(ULocale.forLocale(language))
                        .getExemplarLocationName(TimeZone.getCanonicalID(id));
        return Sentences.PAGES.say(
                language,
                "zone",
                place == null ? id.substring(id.lastIndexOf('/') + 1).replace('_', ' ') : place);
    }

    private static String format(String fields, TemporalAccessor moment, Locale language) {
        return FORMATS.computeIfAbsent(language, one -> new ConcurrentHashMap<>())
                .computeIfAbsent(fields, wanted -> formatter(wanted, language))
                .format(moment);
    }

    private static DateTimeFormatter formatter(String fields, Locale language) {
        String pattern = language.getLanguage().equals("en")
                ? ENGLISH.get(fields)
                : DateTimePatternGenerator.getInstance(ULocale.forLocale(language))
                        .getBestPattern(fields);
        // Serbian ends a day with a full stop, which would stand beside that of the sentence.
        String ended = pattern.replaceFirst("(?<=y)\\.$", "");
        int at = ended.indexOf(MONTH);
        return (at < 0 ? Optional.<Message>empty() : Sentences.PAGES.find(language, MONTHS_OF_DAYS))
                .map(months -> new DateTimeFormatterBuilder()
                        .appendPattern(ended.substring(0, at))
                        .appendText(
                                ChronoField.MONTH_OF_YEAR,
                                numbered(months.with().split(", *")))
                        .appendPattern(ended.substring(at + MONTH.length()))
                        .toFormatter(language))
                .orElseGet(() -> DateTimeFormatter.ofPattern(ended, language));
    }

    private static Map<Long, String> numbered(String... months) {
        return IntStream.range(0, months.length).boxed().collect(Collectors.toMap(at -> at + 1L, at -> months[at]));
    }

    /** The day that a text is: as ISO writes it, or as {@link #day} does in English. */
    static Optional<LocalDate> asDay(String text) {
        return Stream.of(DateTimeFormatter.ISO_LOCAL_DATE, formatter("yMMMMd", Locale.ENGLISH))
                .flatMap(format -> {
                    try {
                        return Stream.of(LocalDate.parse(text, format));
                    } catch (DateTimeParseException none) {
                        return Stream.empty();
                    }
                })
                .findFirst();
    }

    /** The amount of money with its currency that a text is, such as {@code 1234.50 EUR}, as the language writes it. */
    static Optional<String> asAmount(String text, Locale language) {
        Matcher amount = AMOUNT.matcher(text);
        return amount.matches()
                ? Optional.of("%s %s".formatted(amount(new BigDecimal(amount.group(1)), language), amount.group(2)))
                : Optional.empty();
    }
}
