package org.peerexchange.programme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Every step is told what the catalogue says it needs, and every word it is told is known where the step looks it up. */
@Component
public class StepsCheck implements ModelCheck {

    /** The side on which staff send and sign. */
    private static final String STAFF = "hub";

    private static final Pattern SIDES_IN = Pattern.compile("sides\\.of\\(\\s*execution\\s*,\\s*'([^']*)'\\s*\\)");

    private final Catalogue catalogue;
    private final ProgrammeSides sides;

    StepsCheck(Catalogue catalogue, ProgrammeSides sides) {
        this.catalogue = catalogue;
        this.sides = sides;
    }

    @Override
    public List<String> wrong(ModelFiles files) {
        List<String> wrong = new ArrayList<>();
        Set<String> processes =
                files.processes().stream().map(ModelFiles.Process::id).collect(Collectors.toSet());
        for (ModelFiles.Process process : files.processes()) {
            picture(new Place(files, process, process.process(), wrong));
            for (Tag node : process.nodes()) {
                Place place = new Place(files, process, node, wrong);
                String step = ModelFiles.Process.step(node);
                catalogue.step(step).ifPresent(entry -> step(place, entry));
                sidesIn(place);
                if (node.is("callActivity") && !processes.contains(step)) {
                    place.say("there is no process \"%s\" to call".formatted(step));
                }
                if (node.is("callActivity") && !node.inputs().isEmpty() && !passesOn(node)) {
                    place.say(
                            "what it is told does not reach the process that it calls; add <camunda:in variables=\"all\" local=\"true\" /> to it");
                }
            }
        }
        standing(files, wrong);
        return wrong;
    }

    /** What is done once for each side whose application is in some states would be done for nobody if there are no such states. */
    private static void sidesIn(Place place) {
        place.node()
                .children("multiInstanceLoopCharacteristics")
                .flatMap(loop -> SIDES_IN.matcher(loop.at("camunda:collection")).results())
                .flatMap(sides -> Stream.of(sides.group(1).split(",\\s*")))
                .forEach(state -> inEach(place, programme -> programme.states().keySet())
                        .filter(known -> !known.contains(state))
                        .ifPresent(known -> place.say("there is no state \"%s\"%s".formatted(state, instead(known)))));
    }

    /** A picture that is only for a misspelt side would be shown to nobody. */
    private void picture(Place place) {
        place.node()
                .settings("property")
                .filter(property -> property.at("name").equals("pictureFor"))
                .flatMap(property -> Stream.of(property.at("value").split(",\\s*")))
                .forEach(side -> inEach(place, programme -> sides.of(place.files(), programme))
                        .filter(known -> !known.contains(side))
                        .ifPresent(known -> place.say("there is no side \"%s\"%s".formatted(side, instead(known)))));
    }

    private static boolean passesOn(Tag call) {
        return call.settings("in").anyMatch(in -> in.at("variables").equals("all"));
    }

    private static void standing(ModelFiles files, List<String> wrong) {
        files.programmes().forEach((file, programme) -> programme.standing().forEach((kind, table) -> {
            if (files.tables().stream()
                    .noneMatch(one -> one.id().equals(table) && one.outputs().contains("reason"))) {
                wrong.add("%s, standing: there is no table \"%s\" with the output \"reason\".".formatted(file, table));
            }
            if (!programme.numbers().containsKey(kind)) {
                wrong.add("%s, standing: there is no kind of case \"%s\".".formatted(file, kind));
            }
        }));
    }

    /** An element of a model, and where to say what is wrong with it. */
    private record Place(ModelFiles files, ModelFiles.Process process, Tag node, List<String> wrong) {

        void say(String what) {
            wrong.add("%s, %s: %s.".formatted(process.file(), node.id(), what));
        }

        boolean isShared() {
            return process.programme().equals(ProgrammeFiles.SHARED);
        }

        Collection<Programme> programmes() {
            return files.programmesOf(process);
        }
    }

    private void step(Place place, Catalogue.Entry entry) {
        if (!place.node().is(entry.element().tag())) {
            place.say("the step \"%s\" goes on a %s"
                    .formatted(entry.id(), entry.element().label()));
        }
        if (entry.internal()) {
            if (!place.isShared()) {
                place.say("the step \"%s\" is not for programmes; the catalogue has those that are"
                        .formatted(entry.id()));
            }
            return;
        }
        Map<String, String> told = place.node().inputs();
        entry.inputs().stream()
                .filter(Catalogue.Input::needed)
                .filter(input -> told.getOrDefault(input.name(), "").isEmpty())
                .forEach(input -> place.say(
                        "the step \"%s\" is not told \"%s\": %s".formatted(entry.id(), input.name(), input.is())));
        told.forEach((name, value) -> {
            Optional<Catalogue.Input> input = entry.input(name);
            input.ifPresent(known -> words(place, known, value));
        });
    }

    private void words(Place place, Catalogue.Input input, String value) {
        for (String word : place.files().words(place.process().programme(), value)) {
            Optional<Set<String>> known = known(place, input);
            if (known.isPresent() && !known.get().contains(word)) {
                place.say("there is no %s \"%s\"%s".formatted(name(input), word, instead(known.get())));
            }
        }
        if (input.kind() == Step.Kind.RECIPIENT && value.startsWith("staff:")) {
            String group = value.substring("staff:".length());
            if (!group.contains("{") && !place.files().groups().containsKey(group)) {
                place.say("there is no group \"%s\"%s"
                        .formatted(group, instead(place.files().groups().keySet())));
            }
        }
    }

    /** The words there are; empty when anything will do, or another room knows. */
    private Optional<Set<String>> known(Place place, Catalogue.Input input) {
        return switch (input.kind()) {
            case STATE, STATES -> inEach(place, programme -> programme.states().keySet());
            case CASE_KIND -> inEach(place, programme -> programme.numbers().keySet());
            case OCCASION -> inEach(place, programme -> programme.occasions().keySet());
            case GROUP -> Optional.of(place.files().groups().keySet());
            case TABLE ->
                Optional.of(place.files().tables().stream()
                        .map(ModelFiles.Table::id)
                        .collect(Collectors.toSet()));
            case PROCESS ->
                Optional.of(place.files().processes().stream()
                        .map(ModelFiles.Process::id)
                        .collect(Collectors.toSet()));
            case MESSAGE ->
                Optional.of(place.files().processes().stream()
                        .flatMap(process -> process.hears().stream())
                        .collect(Collectors.toSet()));
            case SIDE, SIDES -> inEach(place, programme -> sides(place.files(), programme));
            case CHOICE -> input.options().isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(input.options()));
            default -> Optional.empty();
        };
    }

    private interface Words {
        Set<String> of(Programme programme);
    }

    /** What every programme that the model belongs to knows; empty when it belongs to none. */
    private static Optional<Set<String>> inEach(Place place, Words words) {
        return place.programmes().stream().map(words::of).reduce((known, more) -> {
            Set<String> both = new HashSet<>(known);
            both.retainAll(more);
            return both;
        });
    }

    /** Those whom cases are about, and staff, who send and sign as well. */
    private Set<String> sides(ModelFiles files, Programme programme) {
        Set<String> known = new HashSet<>(sides.of(files, programme));
        known.add(STAFF);
        return known;
    }

    private static String name(Catalogue.Input input) {
        return switch (input.kind()) {
            case STATES -> "state";
            case SIDES -> "side";
            case CASE_KIND -> "kind of case";
            case CHOICE -> input.name();
            default -> input.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String instead(Set<String> known) {
        return known.isEmpty() ? "" : "; there is " + known.stream().sorted().collect(Collectors.joining(", "));
    }
}
