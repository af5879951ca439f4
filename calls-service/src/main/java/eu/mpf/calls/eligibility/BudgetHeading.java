package eu.mpf.calls.eligibility;

/** The headings of a budget. */
public enum BudgetHeading {
    STAFF,
    TRAVEL,
    EQUIPMENT,
    CONSUMABLES,
    OTHER_DIRECT,
    INDIRECT
}
