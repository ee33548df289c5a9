package org.peerexchange.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.peerexchange.language.Translation;

/** Which translation a reader's language leads to. */
class DictionariesTests {

    private final Dictionaries dictionaries = new Dictionaries();

    @Test
    void whoReadsEnglishReadsTheSentencesThemselves() {
        assertThat(dictionaries.of("exchange", Locale.ENGLISH)).isSameAs(Translation.ENGLISH);
        assertThat(dictionaries.of("exchange", Locale.UK)).isSameAs(Translation.ENGLISH);
        assertThat(dictionaries.of(ProgrammeFiles.SHARED, Locale.ENGLISH)).isSameAs(Translation.ENGLISH);
    }
}
