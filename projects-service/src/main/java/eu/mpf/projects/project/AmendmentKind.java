package eu.mpf.projects.project;

/** What an amendment of the grant agreement changes. */
public enum AmendmentKind {
    EXTENSION(Change.Kind.EXTENSION),
    BUDGET(Change.Kind.BUDGET),
    CHANGE_OF_LEAD(Change.Kind.CHANGE_OF_LEAD),
    OTHER(Change.Kind.OTHER_AMENDMENT);

    private final Change.Kind kept;

    AmendmentKind(Change.Kind kept) {
        this.kept = kept;
    }

    Change.Kind kept() {
        return kept;
    }
}
