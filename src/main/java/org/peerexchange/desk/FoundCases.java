package org.peerexchange.desk;

import java.util.List;
import org.peerexchange.programme.Case;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Finds cases by what staff remember of them. */
interface FoundCases extends Repository<Case, String> {

    /**
     * Cases whose number or title has these words in it, or the name of a community that takes part.
     *
     * @param words in lower case
     */
    @Query(
            """
            select c from Case c where locate(:words, lower(c.number)) > 0 or locate(:words, lower(c.title)) > 0
            or exists (select p from Party p, Community o where p.caseNumber = c.number and o.id = p.communityId
            and locate(:words, lower(o.name)) > 0) order by c.number desc""")
    List<Case> by(String words);

    /**
     * Cases in which somebody takes part whose name, in the case or otherwise, address or user name has these words in it.
     *
     * @param words in lower case
     */
    @Query(
            """
            select c from Case c where exists (select p from Party p, Person o where p.caseNumber = c.number
            and o.id = p.personId and (locate(:words, lower(o.name)) > 0 or locate(:words, lower(o.email)) > 0
            or locate(:words, lower(o.username)) > 0 or locate(:words, lower(p.name)) > 0)) order by c.number desc""")
    List<Case> byPerson(String words);
}
