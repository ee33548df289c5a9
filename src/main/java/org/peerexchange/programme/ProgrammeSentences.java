package org.peerexchange.programme;

import java.util.Locale;
import java.util.Optional;
import org.peerexchange.language.OwnSentences;
import org.springframework.stereotype.Component;

/** What a programme has pages say in its own words, and in its dictionaries; without a translation the usual sentence is said. */
@Component
class ProgrammeSentences implements OwnSentences {

    private final Programmes programmes;
    private final Dictionaries dictionaries;

    ProgrammeSentences(Programmes programmes, Dictionaries dictionaries) {
        this.programmes = programmes;
        this.dictionaries = dictionaries;
    }

    @Override
    public Optional<String> find(String programme, String name, Locale language) {
        return programmes.find(programme).flatMap(one -> Optional.ofNullable(
                        one.publicPages().says().get(name))
                .flatMap(own -> in(language, own, one)));
    }

    private Optional<String> in(Locale language, String own, Programme programme) {
        String said = dictionaries.of(programme.key(), language).of(own);
        boolean first =
                Locale.forLanguageTag(programme.language()).getLanguage().equals(language.getLanguage());
        return first || !said.equals(own) ? Optional.of(said) : Optional.empty();
    }
}
