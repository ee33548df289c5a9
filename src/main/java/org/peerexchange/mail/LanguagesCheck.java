package org.peerexchange.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peerexchange.programme.Catalogue;
import org.peerexchange.programme.ModelCheck;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.ProgrammeFile;
import org.peerexchange.programme.Tag;
import org.springframework.stereotype.Component;

/**
 * Each text of a programme is there in its first language, and in no other than those that {@code languages} names. What only staff
 * read needs no other: mails that go to staff alone, and drafts of reports.
 */
@Component
public class LanguagesCheck implements ModelCheck {

    private static final Pattern FILE = Pattern.compile("(.*/[^/.]+)\\.([a-zA-Z-]+)\\.txt");

    private final Catalogue catalogue;

    LanguagesCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The files of a text by language. */
    private static TreeMap<String, TreeMap<String, String>> texts(ModelFiles files, Programme programme) {
        TreeMap<String, TreeMap<String, String>> texts = new TreeMap<>();
        for (ProgrammeFile file : files.texts()) {
            Matcher name = FILE.matcher(file.name());
            if (file.programme().equals(programme.key()) && name.matches()) {
                texts.computeIfAbsent(name.group(1), text -> new TreeMap<>()).put(name.group(2), file.name());
            }
        }
        return texts;
    }

    @Override
    public List<String> wrong(ModelFiles files) {
        List<String> wrong = new ArrayList<>();
        for (Programme programme : files.programmes().values()) {
            texts(files, programme).forEach((text, byLanguage) -> {
                if (!byLanguage.containsKey(programme.language())) {
                    wrong.add("%s: the text is not there in \"%s\", the programme's first language; write %s.%s.txt."
                            .formatted(
                                    byLanguage.firstEntry().getValue(),
                                    programme.language(),
                                    text,
                                    programme.language()));
                }
            });
        }
        return wrong;
    }

    /** The texts that each step naming them sends to staff, or makes a draft of. */
    private Set<String> forStaff(ModelFiles files, Programme programme) {
        Set<String> staff = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        for (ModelFiles.Process process : files.processes()) {
            for (Tag node : process.nodes()) {
                boolean toStaff = catalogue
                        .step(ModelFiles.Process.step(node))
                        .filter(step -> step.isForStaff(node.inputs()))
                        .isPresent();
                (toStaff ? staff : others)
                        .addAll(files.words(programme.key(), node.inputs().getOrDefault("text", "")));
            }
        }
        staff.removeAll(others);
        return staff;
    }

    @Override
    public List<String> doubtful(ModelFiles files) {
        List<String> doubtful = new ArrayList<>();
        files.programmes().forEach((yaml, programme) -> {
            TreeMap<String, TreeMap<String, String>> texts = texts(files, programme);
            Set<String> forStaff = forStaff(files, programme);
            texts.values()
                    .forEach(byLanguage -> byLanguage.forEach((language, file) -> {
                        if (!programme.languages().contains(language)) {
                            doubtful.add(
                                    "%s: the text is in \"%s\", but \"languages\" of the programme has only %s; add \"%s\" there, or take the text away."
                                            .formatted(
                                                    file,
                                                    language,
                                                    String.join(", ", programme.languages()),
                                                    language));
                        }
                    }));
            for (String language : programme.languages()) {
                Set<String> lack = new TreeSet<>();
                texts.forEach((text, byLanguage) -> {
                    String name = text.substring(text.lastIndexOf('/') + 1);
                    if (byLanguage.containsKey(programme.language())
                            && !byLanguage.containsKey(language)
                            && !forStaff.contains(name)) {
                        lack.add(name);
                    }
                });
                if (!lack.isEmpty()) {
                    doubtful.add("%s: \"languages\" has \"%s\", but these texts are not in it and come in \"%s\": %s."
                            .formatted(yaml, language, programme.language(), String.join(", ", lack)));
                }
            }
        });
        return doubtful;
    }
}
