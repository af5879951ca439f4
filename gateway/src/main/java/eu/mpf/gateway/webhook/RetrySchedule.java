package eu.mpf.gateway.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a failed delivery is tried again: after growing pauses, each blurred by a fifth, so that endpoints which failed
 * together are not tried together.
 *
 * @param pauses after the first, second, … attempt; when they are used up, the delivery has failed
 */
public record RetrySchedule(List<Duration> pauses) {

    private static final double BLUR = 0.2;

    public RetrySchedule {
        pauses = List.copyOf(pauses);
    }

    /** When to try again after that many attempts, the last one just now; empty if there is no further one. */
    Optional<Instant> next(int attempts, Instant now, RandomGenerator random) {
        if (attempts > pauses.size()) {
            return Optional.empty();
        }
        double factor = 1 - BLUR + 2 * BLUR * random.nextDouble();
        return Optional.of(now.plusMillis((long) (pauses.get(attempts - 1).toMillis() * factor)));
    }
}
