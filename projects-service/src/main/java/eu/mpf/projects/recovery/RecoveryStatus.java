package eu.mpf.projects.recovery;

import java.util.Optional;

/** Where a recovery order stands. The one table of moves is {@link #after}. */
public enum RecoveryStatus {
    /** Asked back, and not back yet. */
    ORDERED,
    /** Paid back. */
    RECOVERED,
    /** Given up, for example because it was ordered in error or was waived; the money stays where it is. */
    CANCELLED;

    /** The status a move leads to, or nothing where the move is not allowed. */
    public Optional<RecoveryStatus> after(Move move) {
        return switch (this) {
            case ORDERED ->
                Optional.of(
                        switch (move) {
                            case SETTLE -> RECOVERED;
                            case CANCEL -> CANCELLED;
                        });
            case RECOVERED, CANCELLED -> Optional.empty();
        };
    }

    /** A verb that moves an order on. */
    public enum Move {
        SETTLE(false),
        CANCEL(true);

        private final boolean needsReason;

        Move(boolean needsReason) {
            this.needsReason = needsReason;
        }

        boolean needsReason() {
            return needsReason;
        }
    }
}
