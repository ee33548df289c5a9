package org.peerexchange.programme;

import java.util.Optional;

/** What facts are called where people read of them; rooms that know facts may know their labels. */
public interface FactLabels {

    /**
     * The label of a fact.
     *
     * @param path its name, such as {@code community.gsf}
     */
    Optional<String> of(Case subject, String path);
}
