package org.peerexchange.impact;

import java.util.HashMap;
import java.util.List;
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

    /**
     * Writes the next draft.
     *
     * @param text name of the text: its first line is the summary, the rest the report as wikitext
     * @param agreed the states of a pair that came about
     */
    @Transactional
    @SuppressWarnings("unchecked") // facts are maps by name all the way down
    public void draft(String cycleNumber, String text, List<String> agreed) {
        Case cycle = cases.of(cycleNumber);
        String programme = cycle.programme();
        Map<String, Object> model = new HashMap<>(words.about(
                cycleNumber, Recipient.staff(programmes.of(programme).staffGroup())));
        Map<String, Object> facts = new HashMap<>((Map<String, Object>) model.get("facts"));
        facts.putAll(counted.of(cycle, agreed));
        model.put("facts", facts);
        Privacy privacy = names.of(cycleNumber);
        Map<String, Object> safe = (Map<String, Object>) Wikitext.everywhere(model, privacy::keep);
        publishing.keep(
                cycleNumber,
                new Draft(
                        writer.write(programme, text, model, Locale.ENGLISH).title(),
                        writer.write(programme, text, safe, Locale.ENGLISH).body()));
    }
}
