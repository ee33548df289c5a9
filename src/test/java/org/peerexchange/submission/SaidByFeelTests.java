package org.peerexchange.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentences that an expression of a table can come to. */
class SaidByFeelTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"Please correct it.\"' | Please correct it.",
                "'\"At least \" + string(days) + \" days\"' | At least {0} days",
                "'\"\" + ledger.text.paid + \" of \" + string(a) + string(b) + \" left\"' | {0} of {1} left",
                "'if a > 1 then \"One day\" else string(a) + \" days\"' | One day;{0} days",
                "'\"It is \" + (if a then \"late\" else \"early\") + \".\"' | It is late.;It is early.",
                "'{ two: \"Two \" + x, said: \"Hours: \" + y }.said' | Hours: {0}",
                "'{ half: function(n) n / 2, many: if a then \"all\" else \"some\", said: many + \" of \" + half(a) }.said' | all of {0};some of {0}",
                "'string join(for one in sent return one.by + \" had \" + one.what, \"\\n\")' | {0} had {1}",
                "'\"Called \\\"it\\\"\"' | Called \"it\"",
                "'if a then \"EUR\" else null' | ''",
                "'total.hours > 3' | ''"
            })
    void everySentenceIsFoundWithAHoleForWhatOnlyACaseTells(String feel, String sentences) {
        SaidByFeel.Said said = SaidByFeel.by(feel);

        assertThat(String.join(";", said.sentences())).isEqualTo(sentences);
        assertThat(said.lost()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"All: \" + string join(for one in sent return one.by + \" had tea\", \", \")' | {0} had tea",
                "'{ who: function(side) \"your \" + side, said: \"Hours: \" + who(a) }.said' | your {0}",
                "'upper case(\"tea for \" + name)' | tea for {0}"
            })
    void whatIsSaidWithinSomethingComputedIsNamed(String feel, String lost) {
        assertThat(SaidByFeel.by(feel).lost()).containsExactly(lost);
    }
}
