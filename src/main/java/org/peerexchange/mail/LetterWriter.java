package org.peerexchange.mail;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.peerexchange.language.InWords;
import org.peerexchange.people.PersonalLink;
import org.peerexchange.programme.Dictionaries;
import org.springframework.stereotype.Component;

/** Writes the letter for a mail at the moment it is sent, in the language and time zone of its reader. */
@Component
class LetterWriter {

    /** What the footer calls the page on which a participant finds everything. */
    private static final String MY_PAGE = "myPage";

    private final Texts texts;
    private final LinkMint links;
    private final Unsubscribing unsubscribing;
    private final Dictionaries dictionaries;

    LetterWriter(Texts texts, LinkMint links, Unsubscribing unsubscribing, Dictionaries dictionaries) {
        this.texts = texts;
        this.links = links;
        this.unsubscribing = unsubscribing;
        this.dictionaries = dictionaries;
    }

    Letter write(Mail mail, Addressee reader, Map<String, Object> about) {
        var model = new HashMap<>(about);
        model.put("person", Map.of("name", reader.name()));
        model.put("given", mail.given());
        model.put(
                "task",
                dictionaries
                        .of(mail.programme(), reader.language())
                        .of(mail.given().get("task")));
        model.put("who", mail.given().get("who"));
        var deadline = mail.given().get("deadline");
        if (deadline != null) {
            var local = Instant.parse(deadline).atZone(reader.zone());
            model.put("deadline", InWords.momentWithZone(local, reader.language()));
            model.put("deadlineDay", InWords.dayOfYear(local.toLocalDate(), reader.language()));
        }
        model.put(MY_PAGE, mail.to().isPerson());
        var made = links(mail, reader);
        if (made.button() != null) {
            model.put("link", made.button());
        }
        if (made.offers().containsKey(Links.UNSUBSCRIBE)) {
            model.put(Links.UNSUBSCRIBE, made.offers().get(Links.UNSUBSCRIBE));
        }
        return texts.write(mail.programme(), mail.text(), model, made, reader.language());
    }

    /** The reader as they are written to: of a text that is not there in their language nothing else in it is, either. */
    Addressee addressed(Mail mail, Addressee reader) {
        return reader.reading(texts.language(mail.programme(), mail.text(), reader.language()));
    }

    /** Whether its reader still wants it: from a mail that is not essential people may have unsubscribed. */
    boolean isWanted(Mail mail) {
        return texts.isEssential(mail.programme(), mail.text())
                || !mail.to().isPerson()
                || !unsubscribing.isUnsubscribed(mail.to().id(), mail.programme());
    }

    private Links links(Mail mail, Addressee reader) {
        var offers = new HashMap<String, String>();
        for (var message : texts.offers(mail.programme(), mail.text(), reader.language())) {
            offers.put(
                    message,
                    links.mint(mail.to(), mail.caseNumber(), new MailRequest.Link(PersonalLink.OFFER, message)));
        }
        if (!texts.isEssential(mail.programme(), mail.text()) && mail.to().isPerson()) {
            offers.put(Links.UNSUBSCRIBE, unsubscribing.mint(mail.to().id(), mail.programme()));
        }
        var button = mail.link() == null ? null : links.mint(mail.to(), mail.caseNumber(), mail.link());
        if (mail.to().isPerson()) {
            offers.put(MY_PAGE, ownPage(mail, button));
        }
        return new Links(button, offers);
    }

    /** One link is enough where the button leads there already. */
    private String ownPage(Mail mail, String button) {
        return mail.link() != null && mail.link().purpose().equals(PersonalLink.MY)
                ? button
                : links.mint(mail.to(), mail.caseNumber(), MailRequest.Link.MY);
    }
}
