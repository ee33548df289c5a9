package org.peerexchange.programme;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names that participants read in the picture of their case's way: of models that such cases go by, and of what is drawn in
 * them.
 */
public final class DrawnNames {

    private static final String CALL = "callActivity";
    private static final String OWN_NUMBER = "processBusinessKey";
    private static final String[] BETWEEN = {"process", "participant", "lane", "sequenceFlow"};

    private DrawnNames() {}

    /** A name as it is drawn, in one line: what the engine would fill in is left out, since it may be somebody's. */
    public static String of(String written) {
        return written.strip().replaceAll("\\s+", " ").replaceAll("[$#]\\{[^}]*}", "…");
    }

    /** The names in a model; none in one that no case of participants goes by. */
    public static List<String> in(ModelFiles files, ModelFiles.Process model) {
        return isWay(files, model, new HashSet<>())
                ? Stream.concat(model.root().all(BETWEEN), model.nodes().stream())
                        .map(drawn -> of(drawn.at("name")))
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList()
                : List.of();
    }

    /**
     * Whether cases of participants go by it. Nobody takes part in a case that staff open, unless it is somebody's request, nor is
     * what staff start about a case a part of its way. Asking is none of its own: what is asked has its place where it is asked.
     */
    private static boolean isWay(ModelFiles files, ModelFiles.Process model, Set<String> seen) {
        if (!seen.add(model.id())
                || model.id().equals(ModelFiles.ASKS)
                || !property(model, "about").isEmpty()) {
            return false;
        }
        String opens = property(model, "opens");
        if (!opens.isEmpty()) {
            return opens.equals(Case.REQUEST);
        }
        List<Caller> callers = callers(files, model.id());
        return callers.isEmpty()
                ? !model.programme().equals(ProgrammeFiles.SHARED)
                : callers.stream().anyMatch(caller -> !caller.sameCase() || isWay(files, caller.model(), seen));
    }

    /** @param sameCase whether what is called goes on with the case of the caller */
    private record Caller(ModelFiles.Process model, boolean sameCase) {}

    private static List<Caller> callers(ModelFiles files, String called) {
        return files.processes().stream()
                .flatMap(model -> model.nodes().stream()
                        .filter(node ->
                                node.is(CALL) && node.at("calledElement").equals(called))
                        .map(node -> new Caller(model, node.settings("in").anyMatch(in -> in.at("businessKey")
                                .contains(OWN_NUMBER)))))
                .toList();
    }

    private static String property(ModelFiles.Process model, String name) {
        return model.process()
                .settings("property")
                .filter(property -> property.at("name").equals(name))
                .map(property -> property.at("value"))
                .findFirst()
                .orElse("");
    }
}
