package org.peerexchange.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * A cycle, application, pair or request. Its number is the business key of all its process instances, the subject of its
 * mails and what staff search for.
 */
@Entity
@Table(name = "cases")
public class Case {

    public static final String CYCLE = "cycle";
    public static final String APPLICATION = "application";
    public static final String PAIR = "pair";
    public static final String REQUEST = "request";

    @Id
    private String number;

    private String programme;
    private String kind;
    private String cycle;
    private String title;
    private String state;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Version
    private Integer version;

    protected Case() {}

    Case(String number, String programme, String kind, String cycle, String title, String state, Instant openedAt) {
        this.number = number;
        this.programme = programme;
        this.kind = kind;
        this.cycle = cycle;
        this.title = title;
        this.state = state;
        this.openedAt = openedAt;
    }

    /**
     * Moves the case to a state of its programme.
     *
     * @return false when the case has ended in this very state before: it stays as it ended, when it ended
     * @throws IllegalStateException when the case has ended in another state
     */
    boolean enter(String newState, boolean closes, Instant now) {
        if (closedAt != null && state.equals(newState)) {
            return false;
        }
        if (closedAt != null) {
            throw new IllegalStateException(
                    "%s has ended (%s) and cannot become \"%s\".".formatted(number, state, newState));
        }
        state = newState;
        closedAt = closes ? now : null;
        return true;
    }

    void rename(String newTitle) {
        title = newTitle;
    }

    public String number() {
        return number;
    }

    public String programme() {
        return programme;
    }

    public String kind() {
        return kind;
    }

    /** The number of the cycle this case belongs to; a cycle's own number for a cycle. */
    public String cycle() {
        return cycle == null ? number : cycle;
    }

    public String title() {
        return title;
    }

    public String state() {
        return state;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** When the case ended, or null while it runs. */
    public Instant closedAt() {
        return closedAt;
    }
}
