package org.peerexchange.programme;

import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whom cases of a programme can be about: those who apply, who are asked for help, and what tables that name the sides of a pair call them. */
@Component
public class ProgrammeSides {

    private final Catalogue catalogue;

    ProgrammeSides(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The codes of the sides. */
    public Set<String> of(ModelFiles files, Programme programme) {
        Set<String> sides = new HashSet<>(programme.applications().keySet());
        sides.add(programme.words().applicant());
        files.processes().stream()
                .filter(process -> process.programme().equals(programme.key()))
                .flatMap(process -> process.nodes().stream())
                .filter(node -> catalogue
                        .step(ModelFiles.Process.step(node))
                        .flatMap(entry -> entry.input("sides"))
                        .filter(input -> input.kind() == Step.Kind.TABLE)
                        .isPresent())
                .map(node -> node.inputs().get("sides"))
                .flatMap(table -> files.tables().stream().filter(one -> one.id().equals(table)))
                .flatMap(table -> table.outputs().stream())
                .forEach(sides::add);
        return sides;
    }
}
