package org.peerexchange.programme;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows that several parts of a page need and each of them would read for itself. Within a transaction that only reads they are read
 * the first time; everywhere else each time, since they may have changed.
 *
 * @param <K> what they are asked for by, such as the number of a case
 * @param <V> what there is for one of these
 */
public final class ReadOnce<K, V> {

    private final Function<Collection<K>, Map<K, V>> read;
    private final V nothing;

    /**
     * @param read reads what there is for some keys; a key for which there is nothing may be left out
     * @param nothing what there is then
     */
    public ReadOnce(Function<Collection<K>, Map<K, V>> read, V nothing) {
        this.read = read;
        this.nothing = nothing;
    }

    /** What there is for a key. */
    public V of(K key) {
        return of(Set.of(key)).get(key);
    }

    /** What there is for each of some keys. */
    public Map<K, V> of(Collection<K> keys) {
        Map<K, V> known = kept();
        Set<K> unread = new LinkedHashSet<>(keys);
        unread.removeAll(known.keySet());
        if (!unread.isEmpty()) {
            Map<K, V> found = read.apply(unread);
            unread.forEach(key -> known.put(key, found.getOrDefault(key, nothing)));
        }
        Map<K, V> wanted = new HashMap<>();
        keys.forEach(key -> wanted.put(key, known.get(key)));
        return wanted;
    }

    /** What was read in another way, and is everything there is for its keys. */
    public void know(Map<K, V> found) {
        kept().putAll(found);
    }

    @SuppressWarnings("unchecked") // bound by this reading, which puts nothing else there
    private Map<K, V> kept() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()
                || !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            return new HashMap<>();
        }
        Map<K, V> kept = (Map<K, V>) TransactionSynchronizationManager.getResource(this);
        if (kept == null) {
            kept = new HashMap<>();
            TransactionSynchronizationManager.bindResource(this, kept);
            TransactionSynchronizationManager.registerSynchronization(new UntilItEnds(this, kept));
        }
        return kept;
    }

    /** A transaction in between may change things, and knows nothing of what was read around it. */
    private record UntilItEnds(Object reading, Map<?, ?> kept) implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(reading);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(reading, kept);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(reading);
        }
    }
}
