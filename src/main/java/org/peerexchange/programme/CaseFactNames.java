package org.peerexchange.programme;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The names of {@link CaseFacts} and of what {@link DecidingByTable} keeps. */
@Component
public class CaseFactNames implements FactNames {

    private final ProgrammeSides sides;

    CaseFactNames(ProgrammeSides sides) {
        this.sides = sides;
    }

    @Override
    public Set<String> of(ModelFiles files, Programme programme) {
        Set<String> names = new TreeSet<>(Set.of("today", "programme.zoneName", "programme.path", "otherApplications"));
        names.addAll(programme.lists().keySet());
        Set.of("number", "title", "kind", "state", "stateLabel").forEach(one -> names.add("case." + one));
        community("community", programme, names);
        sides.of(files, programme).forEach(side -> {
            names.add(side + ".application");
            community(side + ".community", programme, names);
        });
        files.tables().stream()
                .filter(table -> table.outputs().contains("reason"))
                .map(table -> "decisions." + Names.camelCase(table.id()))
                .forEach(table -> names.addAll(Set.of(table + ".outcome", table + ".reasons")));
        return names;
    }

    private static void community(String at, Programme programme, Set<String> names) {
        CommunityKnowledge.OF_EVERY_COMMUNITY.forEach(one -> names.add(at + "." + one));
        names.addAll(Set.of(at + ".inWords.type", at + ".inWords.country"));
        Map<String, Programme.FactKind> kept = programme.communityFacts();
        kept.keySet().forEach(kind -> names.add(at + "." + kind));
    }
}
