package org.peerexchange.issuing;

import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.peerexchange.impact.Wikitext;
import org.peerexchange.mail.Addressee;
import org.peerexchange.mail.CaseWords;
import org.peerexchange.mail.Recipient;
import org.peerexchange.mail.Recipients;
import org.peerexchange.mail.TextWriter;
import org.peerexchange.programme.Dictionaries;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes a document from a text of the programme for each of those it is for, and keeps it with the case. */
@Component
public class Issuing {

    private final Programmes programmes;
    private final Dictionaries dictionaries;
    private final Recipients recipients;
    private final CaseWords words;
    private final TextWriter writer;
    private final IssuedDocuments issued;
    private final Clock clock;

    Issuing(
            Programmes programmes,
            Dictionaries dictionaries,
            Recipients recipients,
            CaseWords words,
            TextWriter writer,
            IssuedDocuments issued,
            Clock clock) {
        this.programmes = programmes;
        this.dictionaries = dictionaries;
        this.recipients = recipients;
        this.words = words;
        this.writer = writer;
        this.issued = issued;
        this.clock = clock;
    }

    /**
     * Issues a document.
     *
     * @param to whom, as a mail says it
     * @param text name of the text; its first line is the title
     */
    @Transactional
    public void issue(String caseNumber, String to, String text, Format format) {
        Programme home = programmes.of(words.programmeOf(caseNumber));
        recipients.of(caseNumber, to).stream().filter(Recipient::isPerson).forEach(person -> {
            Addressee reader = recipients.addressee(person, home.key(), caseNumber);
            Locale language = writer.language(home.key(), text, reader.language());
            Programme programme = home.in(dictionaries.of(home.key(), language));
            Map<String, Object> model = new HashMap<>(words.about(caseNumber, person, language));
            model.put("person", Map.of("name", reader.name()));
            TextWriter.Written written = writer.write(
                    programme.key(), text, format == Format.WIKITEXT ? asWikitext(model) : model, language);
            byte[] content = format == Format.PDF
                    ? Paper.of(programme.name(), written.title(), written.body(), programme.colour(), caseNumber)
                    : Format.bytes(written.body());
            issued.save(new IssuedDocument(
                    caseNumber, person.id(), text, format, written.title(), content, clock.instant()));
        });
    }

    /** What people wrote is words in a wiki, too: no link, no template. */
    private static Map<String, Object> asWikitext(Map<String, Object> model) {
        return Wikitext.everywhere(model, Wikitext::words);
    }
}
