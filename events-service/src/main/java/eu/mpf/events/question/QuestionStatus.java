package eu.mpf.events.question;

import java.util.Set;

/** Where a question stands. */
public enum QuestionStatus {
    ASKED,
    APPROVED,
    REJECTED,
    ANSWERED,
    /** Goes on in a follow-up session. */
    CARRIED_OVER;

    /** The one table of permitted moves. */
    public Set<QuestionStatus> next() {
        return switch (this) {
            case ASKED -> Set.of(APPROVED, REJECTED, CARRIED_OVER);
            case APPROVED -> Set.of(ANSWERED, REJECTED, CARRIED_OVER);
            case REJECTED -> Set.of(APPROVED);
            case ANSWERED, CARRIED_OVER -> Set.of();
        };
    }

    /** Whether anybody may read the question. */
    public boolean isPublic() {
        return switch (this) {
            case APPROVED, ANSWERED, CARRIED_OVER -> true;
            case ASKED, REJECTED -> false;
        };
    }
}
