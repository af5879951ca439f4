package eu.mpf.projects.typology;

/** A draft changes; a published version never does. */
public enum TypologyStatus {
    DRAFT,
    PUBLISHED
}
