package eu.mpf.calls.scoring;

/** A mark or a scheme that cannot stand: where, and why. */
public record ScoreFault(String pointer, String reason) {}
