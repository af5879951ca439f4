package eu.mpf.events.mention;

import java.util.Set;

/** What became of a name that was found in free text. */
public enum MentionStatus {
    OPEN,
    /** An editor has taken the name out. */
    EDITED,
    /** It is another person, or a matter of public record. */
    KEPT;

    /** Where it may go from here. */
    public Set<MentionStatus> next() {
        return switch (this) {
            case OPEN -> Set.of(EDITED, KEPT);
            case EDITED, KEPT -> Set.of();
        };
    }
}
