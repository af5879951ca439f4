package eu.mpf.calls.check;

import java.util.Optional;

/** Where a question to the applicant stands. */
public enum ClarificationStatus {
    OPEN,
    ANSWERED,
    /** Its due date passed without an answer, and the check went on. */
    LAPSED;

    /** The one table of what may be done to a question; empty where it may not be done. */
    Optional<ClarificationStatus> after(ClarificationCommand command) {
        return Optional.ofNullable(
                switch (this) {
                    case OPEN ->
                        switch (command) {
                            case ANSWER -> ANSWERED;
                            case LAPSE -> LAPSED;
                        };
                    case ANSWERED, LAPSED ->
                        switch (command) {
                            case ANSWER, LAPSE -> null;
                        };
                });
    }
}
