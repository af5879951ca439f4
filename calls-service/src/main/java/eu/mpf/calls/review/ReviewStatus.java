package eu.mpf.calls.review;

import java.util.Optional;

/** Where a request for review stands. */
public enum ReviewStatus {
    FILED,
    /** The refusal stands. */
    UPHELD,
    /** The refusal is gone, and what was refused is looked at again. */
    OVERTURNED,
    /** Not examined. */
    INADMISSIBLE,
    WITHDRAWN;

    /** The one table of what may be done to a request; empty where it may not be done. */
    Optional<ReviewStatus> after(ReviewCommand command) {
        return Optional.ofNullable(
                switch (this) {
                    case FILED ->
                        switch (command) {
                            case UPHOLD -> UPHELD;
                            case OVERTURN -> OVERTURNED;
                            case DISMISS -> INADMISSIBLE;
                            case WITHDRAW -> WITHDRAWN;
                        };
                    case UPHELD, OVERTURNED, INADMISSIBLE, WITHDRAWN ->
                        switch (command) {
                            case UPHOLD, OVERTURN, DISMISS, WITHDRAW -> null;
                        };
                });
    }
}
