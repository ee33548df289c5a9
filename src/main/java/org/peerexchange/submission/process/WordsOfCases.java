package org.peerexchange.submission.process;

import java.util.Locale;
import org.peerexchange.language.Translation;
import org.peerexchange.programme.Cases;
import org.peerexchange.programme.Dictionaries;
import org.peerexchange.submission.Author;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the programme of a case says in the language of who reads it. */
@Component
class WordsOfCases {

    private final Cases cases;
    private final Dictionaries dictionaries;

    WordsOfCases(@Lazy Cases cases, Dictionaries dictionaries) {
        this.cases = cases;
        this.dictionaries = dictionaries;
    }

    Translation of(String caseNumber, Author author) {
        return of(caseNumber, author.language());
    }

    Translation of(String caseNumber, Locale language) {
        return language.equals(Locale.ENGLISH)
                ? Translation.ENGLISH
                : dictionaries.of(cases.of(caseNumber).programme(), language);
    }
}
