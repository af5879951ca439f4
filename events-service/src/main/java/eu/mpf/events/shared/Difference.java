package eu.mpf.events.shared;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that differs between two versions of a document.
 *
 * @param pointer JSON pointer into the later version; for what was removed, into the earlier one
 * @param place the same in words: the names of what it stands in, from the outside in
 * @param was value in the earlier version; absent for what was added
 * @param is value in the later version; absent for what was removed
 */
@Schema(name = "Difference")
public record Difference(
        Kind kind,
        String pointer,
        String place,
        @Nullable @Schema(description = "Any JSON value") Object was,
        @Nullable @Schema(description = "Any JSON value") Object is) {

    /** What happened between the two versions. */
    @Schema(name = "DifferenceKind")
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** The same, at another place in its list. */
        MOVED
    }
}
