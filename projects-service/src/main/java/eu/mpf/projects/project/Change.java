package eu.mpf.projects.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why a version of a project exists.
 *
 * @param effectiveOn the first day on which it is true
 */
public record Change(
        Kind kind, LocalDate effectiveOn, @Nullable String reason) {

    /** What kind of change a version came from. */
    public enum Kind {
        REGISTERED,
        STATUS,
        /** The record was wrong or incomplete: the new version takes over the days of the one it corrects. */
        CORRECTION,
        EXTENSION,
        BUDGET,
        CHANGE_OF_LEAD,
        OTHER_AMENDMENT,
        /** The description is unchanged; a classification was added beside it. */
        CLASSIFIED,
        /** The description is unchanged; a report was submitted or accepted. */
        REPORTED
    }
}
