package org.peerexchange.portal;

import java.util.UUID;

/**
 * An uploaded file without its content.
 *
 * @param upload the upload it was added to
 * @param size bytes
 */
record KeptFile(UUID id, String upload, String name, long size) {}
