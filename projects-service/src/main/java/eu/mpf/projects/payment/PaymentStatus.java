package eu.mpf.projects.payment;

import java.util.Optional;

/** Where a payment stands. The one table of moves is {@link #after}. */
public enum PaymentStatus {
    REQUESTED,
    /** Promised: its amount is taken off what is free. */
    APPROVED,
    PAID,
    REJECTED,
    /** Approved, but never paid: its amount is free again. */
    CANCELLED;

    /** The status a move leads to, or nothing where the move is not allowed. */
    public Optional<PaymentStatus> after(Move move) {
        return Optional.ofNullable(
                switch (this) {
                    case REQUESTED ->
                        switch (move) {
                            case APPROVE -> APPROVED;
                            case REJECT -> REJECTED;
                            case PAY, CANCEL -> null;
                        };
                    case APPROVED ->
                        switch (move) {
                            case PAY -> PAID;
                            case CANCEL -> CANCELLED;
                            case APPROVE, REJECT -> null;
                        };
                    case PAID, REJECTED, CANCELLED -> null;
                });
    }

    /** A verb that moves a payment on. */
    public enum Move {
        APPROVE(false),
        PAY(false),
        REJECT(true),
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
