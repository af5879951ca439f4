package eu.mpf.projects.reporting;

import java.util.Optional;

/** Where a report stands. The one table of moves is {@link #after}. */
public enum ReportStatus {
    /** Scheduled, or being written. */
    DRAFT,
    SUBMITTED,
    /** Given back with reasons, to be written again. */
    RETURNED,
    ACCEPTED;

    /** The status a move leads to, or nothing where the move is not allowed. */
    public Optional<ReportStatus> after(Move move) {
        return Optional.ofNullable(
                switch (this) {
                    case DRAFT, RETURNED ->
                        switch (move) {
                            case SUBMIT -> SUBMITTED;
                            case RETURN, ACCEPT -> null;
                        };
                    case SUBMITTED ->
                        switch (move) {
                            case RETURN -> RETURNED;
                            case ACCEPT -> ACCEPTED;
                            case SUBMIT -> null;
                        };
                    case ACCEPTED -> null;
                });
    }

    /** Whether it is the grantee's turn: the text may be written, and the day it is due counts. */
    public boolean open() {
        return switch (this) {
            case DRAFT, RETURNED -> true;
            case SUBMITTED, ACCEPTED -> false;
        };
    }

    /** A verb that moves a report on. */
    public enum Move {
        SUBMIT,
        RETURN,
        ACCEPT
    }
}
