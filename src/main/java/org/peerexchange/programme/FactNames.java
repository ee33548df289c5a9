package org.peerexchange.programme;

import java.util.Set;

/** How a room calls the facts that it contributes as a {@link FactSource}, before there is any case: checks look names up in it. */
public interface FactNames {

    /**
     * The names there can be in a programme, as dotted paths such as {@code cycle.endsOn}. Below one that ends in {@code .*} come
     * names that nobody knows beforehand.
     */
    Set<String> of(ModelFiles files, Programme programme);
}
