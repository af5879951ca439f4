package eu.mpf.projects;

import eu.mpf.web.problem.ProblemType;

/** What can go wrong here beyond the common problems. The codes are part of the API and never change. */
public enum ProjectsProblem implements ProblemType {
    /** The status machine knows no such move. */
    ILLEGAL_TRANSITION(409, "The status does not allow this move"),
    /** A change cannot take effect before the day the latest change took effect: history is not rewritten in the middle. */
    EFFECTIVE_DATE_TOO_EARLY(409, "An earlier date than the latest change"),
    /** What was public, was contracted, or others rest on is not thrown away. */
    PROJECT_NOT_DISCARDABLE(409, "The project cannot be thrown away"),
    /** What ended is put right by a correction, not amended. */
    AMENDMENT_TOO_LATE(409, "A project that has ended is not amended"),
    /** There is no contract, or its EU share is unknown. */
    NOTHING_COMMITTED(409, "Nothing is committed to the project"),
    COMMITMENT_EXCEEDED(409, "The payment passes what is committed"),
    /** A contract is not lowered below what was promised or paid on it. */
    COMMITMENT_IN_USE(409, "More was approved or paid already"),
    /** Only what was paid can be asked back, and once. */
    RECOVERY_EXCEEDS_PAID(409, "More is asked back than was paid"),
    BALANCE_ASKED_FOR(409, "There is one balance"),
    REPORT_NOT_ACCEPTED(409, "The payment waits for an accepted report"),
    /** A report changes while it is a draft or was returned. */
    REPORT_CLOSED(409, "The report cannot be changed now"),
    CODE_TAKEN(409, "The code is already in use"),
    SUCCESSION_CYCLE(409, "A chain of succession must not return to its start"),
    ORGANISATION_SUCCEEDED(409, "The organisation already has a successor"),
    ORGANISATION_MERGED(409, "The organisation was merged into another"),
    /** What was entered wrongly neither holds nor changes any more. */
    PUBLISHED_VALUE_WITHDRAWN(409, "The published value was withdrawn"),
    TYPOLOGY_DRAFT_EXISTS(409, "There is already a draft of the next version"),
    TYPOLOGY_PUBLISHED(409, "A published typology never changes"),
    TYPOLOGY_NOT_PUBLISHED(409, "The typology is still a draft"),
    TYPOLOGY_UNMAPPED(409, "Every retired type needs a mapping before publication"),
    TYPE_INHERITED(409, "A type of the version before is retired, not removed"),
    TYPE_RETIRED(409, "The type is retired in this version"),
    SNAPSHOT_EXISTS(409, "A snapshot of this name exists and never changes");

    private final int status;
    private final String title;

    ProjectsProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
