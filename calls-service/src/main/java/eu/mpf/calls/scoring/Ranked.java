package eu.mpf.calls.scoring;

/** A place in the ranking; {@code tied} when another stands equal to the end and no decision separates them. */
public record Ranked(int position, Candidate candidate, Standing standing, boolean tied) {}
