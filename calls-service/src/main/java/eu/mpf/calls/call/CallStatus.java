package eu.mpf.calls.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a call is at a moment: what somebody made of it by hand, and what the clock made of that. */
public enum CallStatus {
    DRAFT,
    FORTHCOMING,
    OPEN,
    SUSPENDED,
    CLOSED,
    CANCELLED;

    /**
     * Exactly on the opening it is open, exactly on the deadline still. The migrations' {@code call_status} says the same
     * in SQL.
     *
     * @param spent whether every purse of a rolling call has run out
     */
    public static CallStatus at(
            Instant now, Standing standing, boolean spent, @Nullable Instant opensAt, @Nullable Instant deadlineAt) {
        return switch (standing) {
            case DRAFT -> DRAFT;
            case SUSPENDED -> SUSPENDED;
            case CLOSED -> CLOSED;
            case CANCELLED -> CANCELLED;
            case PUBLISHED -> {
                if (opensAt != null && now.isBefore(opensAt)) {
                    yield FORTHCOMING;
                }
                yield !spent && (deadlineAt == null || Deadline.admits(deadlineAt, now)) ? OPEN : CLOSED;
            }
        };
    }

    /** The one table of what may be done to a call. */
    public boolean allows(CallCommand command) {
        return switch (this) {
            case DRAFT ->
                switch (command) {
                    case EDIT, PUBLISH, DISCARD -> true;
                    case AMEND, SUSPEND, REOPEN, CLOSE, CANCEL -> false;
                };
            case FORTHCOMING, OPEN ->
                switch (command) {
                    case AMEND, SUSPEND, CLOSE, CANCEL -> true;
                    case EDIT, PUBLISH, REOPEN, DISCARD -> false;
                };
            case SUSPENDED ->
                switch (command) {
                    case AMEND, REOPEN, CLOSE, CANCEL -> true;
                    case EDIT, PUBLISH, SUSPEND, DISCARD -> false;
                };
            // The envelope may still be raised, and the clock's closing undone by a later deadline.
            case CLOSED ->
                switch (command) {
                    case AMEND, CANCEL -> true;
                    case EDIT, PUBLISH, SUSPEND, REOPEN, CLOSE, DISCARD -> false;
                };
            case CANCELLED ->
                switch (command) {
                    case EDIT, PUBLISH, AMEND, SUSPEND, REOPEN, CLOSE, CANCEL, DISCARD -> false;
                };
        };
    }

    /** What somebody made of the call by hand. */
    public enum Standing {
        DRAFT,
        PUBLISHED,
        SUSPENDED,
        CLOSED,
        CANCELLED
    }
}
