package eu.mpf.calls.eligibility;

/** What an applicant hands in: the short concept note, or the full application. */
public enum Stage {
    CONCEPT_NOTE,
    FULL_APPLICATION
}
