package eu.mpf.projects.project;

/** The headings under which a budget is planned: the same in every call. */
public enum BudgetHeading {
    STAFF,
    TRAVEL,
    EQUIPMENT,
    CONSUMABLES,
    OTHER_DIRECT,
    /** Overheads, as a flat rate of the direct costs; the call sets the most it may be. */
    INDIRECT;

    /** Whether its costs can be traced to the project's own work. */
    boolean direct() {
        return this != INDIRECT;
    }
}
