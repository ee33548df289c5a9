package org.peerexchange.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommunityKnowledgeTests {

    @ParameterizedTest
    @CsvSource({"EE, Estonia", "Estonia, Estonia", "XX, XX"})
    void aCountryIsReadInWordsWhetherItsCodeIsKeptOrItsName(String kept, String read) throws Exception {
        Communities communities = mock(Communities.class);
        when(communities.findById("baltia"))
                .thenReturn(Optional.of(new Community("baltia", "Baltia", "chapter", kept, "et")));
        Programme exchange =
                Programmes.read(Files.readString(Path.of("processes", "exchange", "programme.yaml")), "programme.yaml");

        assertThat(Facts.at(
                        new CommunityKnowledge(communities, mock(CommunityFacts.class))
                                .of("baltia", exchange, LocalDate.of(2027, 5, 1)),
                        "inWords.country"))
                .isEqualTo(read);
    }
}
