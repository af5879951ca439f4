package eu.mpf.calls.application;

/** The headings of a budget. */
public enum BudgetHeading {
    STAFF,
    TRAVEL,
    EQUIPMENT,
    CONSUMABLES,
    OTHER_DIRECT,
    INDIRECT
}
