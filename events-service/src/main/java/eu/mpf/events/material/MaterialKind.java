package eu.mpf.events.material;

/** What a material is. */
public enum MaterialKind {
    SLIDES,
    PAPER,
    HANDOUT,
    PICTURE,
    OTHER
}
