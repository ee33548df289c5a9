package org.peerexchange.programme;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything tables, forms and mail texts may read about a case, by name. */
@Component
public class Facts {

    private final Cases cases;
    private final List<FactSource> sources;
    private final Dictionaries dictionaries;
    private final TransactionTemplate transaction;

    Facts(
            Cases cases,
            List<FactSource> sources,
            Dictionaries dictionaries,
            @Lazy PlatformTransactionManager transactions) {
        this.cases = cases;
        this.sources = sources;
        this.dictionaries = dictionaries;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    /**
     * The facts of a case as nested maps, for example {@code cycle.applicationsClose}. They are read as they are asked for, see
     * {@link KnownFacts}: ask anew rather than keep them over a change.
     *
     * @throws IllegalArgumentException when there is no such case
     */
    public Map<String, Object> of(String caseNumber) {
        return of(caseNumber, Locale.ENGLISH);
    }

    /**
     * The same for somebody to read: what is said in words is in their language. It is not for tables, nor to be kept.
     *
     * @throws IllegalArgumentException when there is no such case
     */
    public Map<String, Object> of(String caseNumber, Locale language) {
        Case subject = cases.of(caseNumber);
        KnownFacts facts = new KnownFacts(this::inOneTransaction, dictionaries.of(subject.programme(), language));
        sources.forEach(source -> source.contribute(subject, facts));
        return facts;
    }

    /**
     * One fact of a case; nothing else is read.
     *
     * @param path as for {@link #at(Map, String)}
     * @throws IllegalArgumentException when there is no such case
     */
    public Object at(String caseNumber, String path) {
        return at(of(caseNumber), path);
    }

    /** The fact at a dotted path such as {@code cycle.endsOn}, or null when it is not known. */
    public static Object at(Map<String, Object> facts, String path) {
        Object found = facts;
        for (String name : path.split("\\.")) {
            if (!(found instanceof Map<?, ?> map)) {
                return null;
            }
            found = map.get(name);
        }
        return found;
    }

    private Map<String, ?> inOneTransaction(Supplier<? extends Map<String, ?>> part) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? part.get()
                : transaction.execute(status -> part.get());
    }
}
