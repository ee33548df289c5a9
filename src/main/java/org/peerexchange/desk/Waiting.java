package org.peerexchange.desk;

import java.time.Instant;

/**
 * Something that happens in a case by itself.
 *
 * @param event what happens, as the model calls it
 */
public record Waiting(Instant until, String event) {}
