package org.peerexchange.programme;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.peerexchange.language.Alphabet;
import org.peerexchange.language.Translation;

/** A programme with everything that participants and the public read of it in another language; what only staff read stays. */
final class Translated {

    private final Translation words;

    private Translated(Translation words) {
        this.words = words;
    }

    static Programme of(Programme programme, Translation words) {
        return new Translated(words).of(programme);
    }

    private Programme of(Programme one) {
        return new Programme(
                one.key(),
                words.of(one.name()),
                words.of(one.about()),
                one.colour(),
                one.contact(),
                one.languages(),
                pages(one.publicPages()),
                one.zone(),
                one.staffGroup(),
                one.groups(),
                one.numbers(),
                values(one.states(), this::state),
                one.words(),
                lists(one),
                one.sortedLists(),
                one.communityFacts(),
                values(one.applications(), this::application),
                one.help(),
                each(one.offers(), this::offer),
                one.sight(),
                one.kinds(),
                one.cycleNumber(),
                one.cycleDates(),
                one.holidays(),
                one.cycleLimits(),
                each(one.publicLists(), this::list),
                values(one.steps(), plain -> each(plain, this::step)),
                one.standing(),
                values(one.occasions(), this::occasion),
                each(one.roles(), role -> new Programme.Role(words.of(role.label()), role.holder())));
    }

    private Programme.PublicPages pages(Programme.PublicPages pages) {
        return new Programme.PublicPages(
                pages.intro() == null
                        ? null
                        : pages.paragraphs().stream().map(words::of).collect(joining("\n\n")),
                pages.shows(),
                each(pages.timeline(), day -> new Programme.TimelineDay(day.day(), words.of(day.label()))),
                values(pages.says(), words::of));
    }

    private Programme.State state(Programme.State state) {
        return new Programme.State(
                state.staff(), words.of(state.participant()), words.of(state.next()), state.closed());
    }

    private Map<String, List<Programme.Option>> lists(Programme one) {
        Map<String, List<Programme.Option>> lists = values(one.lists(), options -> each(options, this::option));
        Comparator<Programme.Option> byLabel = Comparator.comparing(Programme.Option::isAnyOther)
                .thenComparing(Programme.Option::label, Alphabet.of(words.language()));
        one.sortedLists()
                .forEach(list -> lists.computeIfPresent(
                        list,
                        (name, options) -> options.stream().sorted(byLabel).toList()));
        return lists;
    }

    /** A label that is the code itself, such as a currency, is the same in every language. */
    private Programme.Option option(Programme.Option option) {
        return option.label().equals(option.value())
                ? option
                : new Programme.Option(option.value(), words.of(option.label()));
    }

    private Programme.ApplicationKind application(Programme.ApplicationKind kind) {
        Programme.SelfCheck check = kind.check();
        return new Programme.ApplicationKind(
                kind.role(),
                words.of(kind.label()),
                words.of(kind.about()),
                kind.process(),
                kind.form(),
                kind.open(),
                check == null
                        ? null
                        : new Programme.SelfCheck(check.form(), check.table(), values(check.says(), words::of)));
    }

    private Programme.Offer offer(Programme.Offer offer) {
        return new Programme.Offer(offer.message(), offer.form(), words.of(offer.label()), offer.kind());
    }

    private Programme.PublicList list(Programme.PublicList list) {
        return new Programme.PublicList(
                list.key(),
                words.of(list.label()),
                words.of(list.about()),
                list.states(),
                list.consent(),
                each(
                        list.columns(),
                        column -> new Programme.PublicList.Column(words.of(column.label()), column.shows())));
    }

    private Programme.PlainStep step(Programme.PlainStep step) {
        return new Programme.PlainStep(words.of(step.label()), step.states());
    }

    private Programme.Occasion occasion(Programme.Occasion one) {
        return new Programme.Occasion(
                words.of(one.label()), one.from(), one.at(), one.lasts(), one.until(), one.where());
    }

    private static <V> List<V> each(List<V> all, UnaryOperator<V> translated) {
        return all.stream().map(translated).toList();
    }

    private static <V> Map<String, V> values(Map<String, V> all, UnaryOperator<V> translated) {
        Map<String, V> inOrder = new LinkedHashMap<>();
        all.forEach((name, value) -> inOrder.put(name, translated.apply(value)));
        return inOrder;
    }
}
