package eu.mpf.system.client;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Reads again until something has arrived: services tell each other over Kafka, so a reader may be early. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Eventually() {}

    /** @throws IllegalStateException when it has not come within half a minute */
    public static <T> T see(String what, Supplier<T> read, Predicate<T> holds) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            T value = read.get();
            if (holds.test(value)) {
                return value;
            }
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(
                        "%s: waited %d s, last seen %s".formatted(what, PATIENCE.toSeconds(), value));
            }
            pause(PAUSE);
        }
    }

    /** Waits for a moment that the caller itself has set, such as a deadline. */
    public static void waitUntil(Instant moment) {
        pause(Duration.between(Instant.now(), moment));
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length.isNegative() ? Duration.ZERO : length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", e);
        }
    }
}
