package org.peerexchange.impact;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.peerexchange.mail.CaseWords;
import org.peerexchange.mail.Recipient;
import org.peerexchange.mail.TextWriter;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Programmes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drafts a cycle's report from a text of its programme. What people wrote is in it as words, without names and addresses. */
@Component
public class Drafting {

    /** Leaves staff room to write: their forms take 50 000 characters. */
    private static final int LONGEST_REPORT = 40_000;

    private static final int[] LONGEST_WORDS = {800, 400, 200, 100, 50};

    private final Programmes programmes;
    private final Cases cases;
    private final CaseWords words;
    private final TextWriter writer;
    private final CountedFacts counted;
    private final PrivateNames names;
    private final Publishing publishing;

    Drafting(
            Programmes programmes,
            Cases cases,
            CaseWords words,
            TextWriter writer,
            CountedFacts counted,
            PrivateNames names,
            Publishing publishing) {
        this.programmes = programmes;
        this.cases = cases;
        this.words = words;
        this.writer = writer;
        this.counted = counted;
        this.names = names;
        this.publishing = publishing;
    }

    /** Writes the next draft. */
    @Transactional
    @SuppressWarnings("unchecked") // facts are maps by name all the way down
    public void draft(String cycleNumber, Recipe recipe) {
        Case cycle = cases.of(cycleNumber);
        Map<String, Object> model = new HashMap<>(words.about(
                cycleNumber, Recipient.staff(programmes.of(cycle.programme()).staffGroup())));
        Map<String, Object> facts = new HashMap<>((Map<String, Object>) model.get("facts"));
        facts.putAll(counted.of(cycle, recipe));
        model.put("facts", facts);
        Privacy privacy = names.of(cycleNumber);
        publishing.keep(
                cycleNumber, new Draft(summary(cycle, recipe, model, privacy), report(cycle, recipe, model, privacy)));
    }

    private String summary(Case cycle, Recipe recipe, Map<String, Object> model, Privacy privacy) {
        return writer.write(cycle.programme(), recipe.text(), Wikitext.everywhere(model, privacy::keep), Locale.ENGLISH)
                .title();
    }

    /** What people wrote is quoted, not repeated: the shorter, the more there is of it. */
    private String report(Case cycle, Recipe recipe, Map<String, Object> model, Privacy privacy) {
        String report = "";
        for (int longest : LONGEST_WORDS) {
            Map<String, Object> safe =
                    Wikitext.everywhere(model, said -> Wikitext.words(shortened(privacy.keep(said), longest)));
            report = writer.write(cycle.programme(), recipe.text(), safe, Locale.ENGLISH)
                    .body();
            if (report.length() <= LONGEST_REPORT) {
                return report;
            }
        }
        return report.substring(0, report.lastIndexOf('\n', LONGEST_REPORT)) + "\n…";
    }

    private static String shortened(String words, int longest) {
        return words.codePointCount(0, words.length()) <= longest
                ? words
                : words.substring(0, words.offsetByCodePoints(0, longest - 2)) + " …";
    }
}
