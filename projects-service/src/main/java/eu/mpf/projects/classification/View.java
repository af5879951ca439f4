package eu.mpf.projects.classification;

/** Whose view a classification is. */
public enum View {
    FACILITY,
    GRANTEE
}
