package org.peerexchange.mail;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.peerexchange.people.Installation;
import org.peerexchange.programme.Dictionaries;
import org.peerexchange.programme.Facts;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programmes;
import org.springframework.stereotype.Component;

/** What a reader's calendar says of an occasion of a case, as its facts are now. */
@Component
class CalendarEntries {

    private static final String TEXT = "calendar-entry";

    private final Programmes programmes;
    private final Dictionaries dictionaries;
    private final CaseWords words;
    private final Texts texts;
    private final Installation installation;

    CalendarEntries(
            Programmes programmes, Dictionaries dictionaries, CaseWords words, Texts texts, Installation installation) {
        this.programmes = programmes;
        this.dictionaries = dictionaries;
        this.words = words;
        this.texts = texts;
        this.installation = installation;
    }

    /**
     * The entry for a reader.
     *
     * @param name one of the programme's occasions
     * @throws IllegalArgumentException when there is no such occasion, or its day or time is not known yet
     */
    Invitation.Entry of(String caseNumber, String name, Recipient reader, Locale wanted) {
        String key = words.programmeOf(caseNumber);
        Locale language = texts.language(key, TEXT, wanted);
        Programme programme = programmes.of(key).in(dictionaries.of(key, language));
        Programme.Occasion occasion = programme.occasions().get(name);
        if (occasion == null) {
            throw new IllegalArgumentException(
                    "The programme %s has no occasion \"%s\" in programme.yaml.".formatted(programme.key(), name));
        }
        Map<String, Object> model = new HashMap<>(words.about(caseNumber, reader, language));
        model.put("given", Map.of("occasion", occasion.label()));
        return entry(programme, occasion, texts.fill(programme.key(), TEXT, model, language), model);
    }

    private Invitation.Entry entry(
            Programme programme, Programme.Occasion occasion, TextWriter.Written said, Map<String, Object> model) {
        LocalDate first = day(occasion.from(), model);
        Instant begins = null;
        if (occasion.at() != null) {
            begins = first.atTime(LocalTime.parse(fact(occasion.at(), model).toString()))
                    .atZone(programme.zone())
                    .toInstant();
        }
        boolean whole = begins == null;
        return new Invitation.Entry(
                said.title(),
                said.body(),
                occasion.where() != null && found(occasion.where(), model) instanceof String place ? place : null,
                whole ? first : null,
                whole ? occasion.until() == null ? first : day(occasion.until(), model) : null,
                begins,
                whole ? null : begins.plus(occasion.lasts()),
                programme.name(),
                programme.contact(),
                URI.create(installation.address() + "/"));
    }

    private static LocalDate day(String path, Map<String, Object> model) {
        return LocalDate.parse(fact(path, model).toString());
    }

    private static Object fact(String path, Map<String, Object> model) {
        Object found = found(path, model);
        if (found == null) {
            throw new IllegalArgumentException("Nobody can be invited yet: %s is not known.".formatted(path));
        }
        return found;
    }

    private static Object found(String path, Map<String, Object> model) {
        return Facts.at(model, "facts." + path);
    }
}
