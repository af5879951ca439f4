package eu.mpf.calls.letter;

import eu.mpf.calls.application.ApplicationStatus;
import java.util.Locale;
import java.util.Optional;

/** What a letter tells. */
public enum LetterKind {
    AWARD,
    RESERVE,
    REJECTION,
    INELIGIBLE,
    NOT_INVITED;

    /** What is to be told of an application in this status; nothing where no letter is due. */
    static Optional<LetterKind> of(ApplicationStatus status) {
        return switch (status) {
            case AWARDED -> Optional.of(AWARD);
            case RESERVED -> Optional.of(RESERVE);
            case REJECTED -> Optional.of(REJECTION);
            case INELIGIBLE -> Optional.of(INELIGIBLE);
            case NOT_INVITED -> Optional.of(NOT_INVITED);
            case DRAFT, CONCEPT_SUBMITTED, INVITED, SUBMITTED, RETURNED, ELIGIBLE, REVOKED, WITHDRAWN ->
                Optional.empty();
        };
    }

    /** A refusal has to say how it can be challenged. */
    public boolean refusal() {
        return switch (this) {
            case REJECTION, INELIGIBLE, NOT_INVITED -> true;
            case AWARD, RESERVE -> false;
        };
    }

    String template() {
        return "letter-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
