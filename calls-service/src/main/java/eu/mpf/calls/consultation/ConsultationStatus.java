package eu.mpf.calls.consultation;

import java.util.Optional;

/** Where a consultation stands. */
public enum ConsultationStatus {
    ASKED,
    ADVISED,
    CANCELLED;

    /** The one table of what may be done to a consultation; empty where it may not be done. */
    Optional<ConsultationStatus> after(ConsultationCommand command) {
        return Optional.ofNullable(
                switch (this) {
                    case ASKED ->
                        switch (command) {
                            case ADVISE -> ADVISED;
                            case CANCEL -> CANCELLED;
                        };
                    // Advice stands as it was given; who changed its mind is asked in another round.
                    case ADVISED, CANCELLED ->
                        switch (command) {
                            case ADVISE, CANCEL -> null;
                        };
                });
    }
}
