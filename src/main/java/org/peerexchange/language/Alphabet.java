package org.peerexchange.language;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.Locale;

/** The order in which a language lists words (CLDR). */
public final class Alphabet {

    private Alphabet() {}

    /** Puts words into the order of the language; for one thread. */
    public static Comparator<String> of(Locale language) {
        return Collator.getInstance(ULocale.forLocale(language))::compare;
    }
}
