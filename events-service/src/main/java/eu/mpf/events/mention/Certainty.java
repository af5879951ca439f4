package eu.mpf.events.mention;

/** How sure it is that the person is meant. */
public enum Certainty {
    /** All words of a spelling, side by side in any order. */
    WHOLE_NAME,
    /** One telling word of it, in the papers of an event the person took part in. */
    PART_OF_NAME
}
