package org.peerexchange.impact;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerexchange.deadline.Deadlines;
import org.peerexchange.mail.CaseWords;
import org.peerexchange.mail.WrittenTexts;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.Parties;
import org.peerexchange.programme.Party;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.peerexchange.programme.TableDecisions;

/** A cycle of a built-in programme whose cases and facts a test makes up, without an application around it. */
class StagedCycle {

    private static final String NUMBER = "CY-2027";

    private final Programme programme;
    private final Cases cases = mock(Cases.class);
    private final Parties parties = mock(Parties.class);
    private final Facts facts = mock(Facts.class);
    private final Deadlines deadlines = mock(Deadlines.class);
    private final List<Case> all = new ArrayList<>();
    private final Map<String, Object> ofCycle = new LinkedHashMap<>();

    StagedCycle(String programme) {
        this.programme = Programmes.read(text("processes/%s/programme.yaml".formatted(programme)), "programme.yaml");
        Case cycle = one(NUMBER, Case.CYCLE, this.programme.words().begins());
        when(cases.of(NUMBER)).thenReturn(cycle);
        when(cases.findByCycleAndKindOrderByNumber(eq(NUMBER), anyString())).thenAnswer(asked -> all.stream()
                .filter(one -> one.kind().equals(asked.getArgument(1)))
                .toList());
        when(cases.findByCycleAndKindAndStateInOrderByNumber(eq(NUMBER), anyString(), anyList()))
                .thenAnswer(asked -> all.stream()
                        .filter(one -> one.kind().equals(asked.getArgument(1)))
                        .filter(one -> asked.<List<String>>getArgument(2).contains(one.state()))
                        .toList());
        when(facts.of(NUMBER)).thenAnswer(asked -> withOwn(cycle, ofCycle));
        when(deadlines.dayIfKnown(anyString(), anyString())).thenReturn(Optional.empty());
    }

    /** What is known about the cycle itself. */
    StagedCycle knows(String document, Map<String, ?> answers) {
        ofCycle.put(document, answers);
        return this;
    }

    /** A case that somebody is a side of. */
    StagedCycle has(String kind, String state, Map<String, ?> known) {
        Case one = hasNobodys(kind, state, known);
        List<Party> sides = List.of(mock(Party.class));
        String number = one.number();
        when(parties.findByCaseNumberOrderBySide(number)).thenReturn(sides);
        return this;
    }

    /** A case that is nobody's, such as a meeting. */
    Case hasNobodys(String kind, String state, Map<String, ?> known) {
        Case one = one("X-%03d".formatted(all.size()), kind, state);
        all.add(one);
        String number = one.number();
        when(facts.of(number)).thenAnswer(asked -> withOwn(one, known));
        return one;
    }

    /** The deadline that the report compares with, for every case. */
    StagedCycle due(LocalDate day) {
        when(deadlines.dayIfKnown(anyString(), anyString())).thenReturn(Optional.of(day));
        return this;
    }

    /** Drafts the report; people with these names took part. */
    Draft draft(Recipe recipe, String... people) {
        CaseWords words = mock(CaseWords.class);
        Map<String, Object> known = facts.of(NUMBER);
        when(words.about(eq(NUMBER), any()))
                .thenReturn(Map.of(
                        "case", Map.of("number", NUMBER, "title", "Exchange 2027", "state", "Open"), "facts", known));
        Programmes programmes = mock(Programmes.class);
        when(programmes.of(programme.key())).thenReturn(programme);
        PrivateNames names = mock(PrivateNames.class);
        when(names.of(NUMBER)).thenReturn(new Privacy(List.of(people)));
        Publishing publishing = mock(Publishing.class);
        List<Draft> kept = new ArrayList<>();
        doAnswer(asked -> kept.add(asked.getArgument(1))).when(publishing).keep(eq(NUMBER), any());
        new Drafting(
                        programmes,
                        cases,
                        words,
                        WrittenTexts.writer(),
                        new CountedFacts(
                                programmes,
                                cases,
                                parties,
                                mock(TableDecisions.class),
                                facts,
                                deadlines,
                                new Telling(new TablesOfFiles(programme.key()))),
                        names,
                        publishing)
                .draft(NUMBER, recipe);
        return kept.get(0);
    }

    private Map<String, Object> withOwn(Case one, Map<String, ?> known) {
        Map<String, Object> all = new LinkedHashMap<>(programme.listsAsFacts());
        all.put(
                "case",
                Map.of(
                        "number",
                        one.number(),
                        "kind",
                        one.kind(),
                        "state",
                        one.state(),
                        "stateLabel",
                        programme.state(one.state()).staff()));
        all.putAll(known);
        return all;
    }

    private Case one(String number, String kind, String state) {
        Case one = mock(Case.class);
        when(one.number()).thenReturn(number);
        when(one.programme()).thenReturn(programme.key());
        when(one.kind()).thenReturn(kind);
        when(one.state()).thenReturn(state);
        when(one.title()).thenReturn("Title of " + number);
        return one;
    }

    static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
