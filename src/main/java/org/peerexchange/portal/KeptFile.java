package org.peerexchange.portal;

import java.util.UUID;

/**
 * An uploaded file without its content.
 *
 * @param upload the upload it was added to
 * @param size bytes
 * @param picture whether there is a small picture of it
 */
record KeptFile(UUID id, String upload, String name, long size, boolean picture) {}
