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
    NOT_INVITED,
    /** An award is taken back. */
    REVOCATION;

    /** What is to be told of an application in this status; nothing where no letter is due. */
    static Optional<LetterKind> of(ApplicationStatus status) {
        return switch (status) {
            case AWARDED -> Optional.of(AWARD);
            case RESERVED -> Optional.of(RESERVE);
            case REJECTED -> Optional.of(REJECTION);
            case INELIGIBLE -> Optional.of(INELIGIBLE);
            case NOT_INVITED -> Optional.of(NOT_INVITED);
            case REVOKED -> Optional.of(REVOCATION);
            case DRAFT, CONCEPT_SUBMITTED, INVITED, SUBMITTED, RETURNED, ELIGIBLE, WITHDRAWN -> Optional.empty();
        };
    }

    /** What a review can be asked of. */
    public boolean refusal() {
        return switch (this) {
            case REJECTION, INELIGIBLE, NOT_INVITED -> true;
            case AWARD, RESERVE, REVOCATION -> false;
        };
    }

    /** What goes against the applicant has to say how it can be challenged. */
    boolean adverse() {
        return refusal() || this == REVOCATION;
    }

    String template() {
        return "letter-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
