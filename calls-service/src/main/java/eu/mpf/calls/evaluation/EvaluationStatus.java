package eu.mpf.calls.evaluation;

import java.util.Optional;

/** Where a review stands. */
public enum EvaluationStatus {
    ASSIGNED,
    CONFLICTED,
    SUBMITTED;

    /** The one table of what may be done to a review; empty where it may not be done. */
    public Optional<EvaluationStatus> after(EvaluationCommand command) {
        return Optional.ofNullable(
                switch (this) {
                    case ASSIGNED ->
                        switch (command) {
                            // Who is released has no review any more.
                            case SCORE, RELEASE -> ASSIGNED;
                            case DECLARE_CONFLICT -> CONFLICTED;
                            case SUBMIT -> SUBMITTED;
                        };
                    // A conflict found out later still takes the review out.
                    case SUBMITTED ->
                        switch (command) {
                            case DECLARE_CONFLICT -> CONFLICTED;
                            case SCORE, SUBMIT, RELEASE -> null;
                        };
                    case CONFLICTED ->
                        switch (command) {
                            case SCORE, DECLARE_CONFLICT, SUBMIT, RELEASE -> null;
                        };
                });
    }
}
