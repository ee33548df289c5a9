package org.peerexchange.trial.rehearsal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;

/** Chance that falls the same for the same seed and the same thing, in whatever order things happen. */
record Chance(long seed) {

    Random about(String thing) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((seed + "|" + thing).getBytes(StandardCharsets.UTF_8));
            return new Random(ByteBuffer.wrap(hash).getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
