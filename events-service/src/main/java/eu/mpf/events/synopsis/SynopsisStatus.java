package eu.mpf.events.synopsis;

import java.util.Set;

/** Life of one edition of a synopsis. */
public enum SynopsisStatus {
    DRAFT,
    REVIEWED,
    /** In force; there is at most one per event. */
    PUBLISHED,
    /** Was in force; stays readable. */
    SUPERSEDED;

    /** The one table of permitted moves; an edit takes a reviewed edition back to draft. */
    public Set<SynopsisStatus> next() {
        return switch (this) {
            case DRAFT -> Set.of(REVIEWED);
            case REVIEWED -> Set.of(DRAFT, PUBLISHED);
            case PUBLISHED -> Set.of(SUPERSEDED);
            case SUPERSEDED -> Set.of();
        };
    }

    /** Whether anybody may read it. */
    public boolean isPublic() {
        return switch (this) {
            case PUBLISHED, SUPERSEDED -> true;
            case DRAFT, REVIEWED -> false;
        };
    }
}
