package eu.mpf.projects.visibility;

/** What was found on an item. An item nobody looked at has no state: that is not the same as not met. */
public enum VisibilityState {
    MET,
    NOT_MET,
    NOT_APPLICABLE
}
