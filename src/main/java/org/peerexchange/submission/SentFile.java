package org.peerexchange.submission;

import java.util.UUID;

/**
 * A file that was sent, without its content.
 *
 * @param size bytes
 */
public record SentFile(UUID id, UUID submissionId, String name, String contentType, long size) {}
