package eu.mpf.calls.scoring;

import org.jspecify.annotations.Nullable;

/**
 * A place in the ranking.
 *
 * @param tied whether another stands equal to the end and no decision separates them
 * @param balance how a balance rule moved the standing, if it did
 */
public record Ranked(
        int position,
        Candidate candidate,
        Standing standing,
        boolean tied,
        @Nullable BalanceEffect balance) {}
