package org.peerexchange.matching;

import java.util.List;

/**
 * How a programme matches, as its model says.
 *
 * @param pool state of the applications that wait for a match
 * @param seekers form that those who seek a partner applied with
 * @param givers form that those who offer themselves applied with
 * @param capacity answer that says how many pairs an applicant can be in; without an answer it is one
 * @param partner answers that may name a partner agreed on beforehand, by id or name of the community
 * @param conditions table of what rules a pair out, each row with a {@code reason}
 * @param points table of what speaks for a pair, each row with {@code points} and a {@code reason}, which the pair reads
 *     too unless {@code told} is false
 */
public record MatchingSetup(
        String pool,
        String seekers,
        String givers,
        String capacity,
        List<String> partner,
        String conditions,
        String points) {}
