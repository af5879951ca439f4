package eu.mpf.messaging;

import java.time.Duration;

/**
 * Pauses between attempts that double up to a limit.
 *
 * @param first pause after the first failure
 * @param longest limit
 */
public record Backoff(Duration first, Duration longest) {

    private static final int MAX_DOUBLINGS = 20;

    /** The pause after so many failures, the first counted as 0. */
    public long millis(int attempt) {
        return Math.min(longest.toMillis(), first.toMillis() << Math.min(attempt, MAX_DOUBLINGS));
    }
}
