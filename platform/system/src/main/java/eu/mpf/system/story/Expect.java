package eu.mpf.system.story;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a step insists on. The story ends at the first thing that is not so. */
final class Expect {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Expect() {}

    static void that(boolean holds, String what) {
        if (!holds) {
            throw new StoryBroken("not so: " + what);
        }
    }

    static void equal(@Nullable Object expected, @Nullable Object actual, String what) {
        that(Objects.equals(expected, actual), "%s is %s, expected %s".formatted(what, actual, expected));
    }

    /** Reads again until the condition holds: for what arrives over Kafka. */
    static <T> T eventually(String what, Supplier<T> read, Predicate<T> holds) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            T value = read.get();
            if (holds.test(value)) {
                return value;
            }
            that(Instant.now().isBefore(end), what + ", waited " + PATIENCE.toSeconds() + " s; last seen: " + value);
            pause(Duration.ofMillis(200));
        }
    }

    /** Waits for a moment that the story itself has set, such as a deadline. */
    static void waitUntil(Instant moment) {
        pause(Duration.between(Instant.now(), moment));
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length.isNegative() ? Duration.ZERO : length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryBroken("interrupted");
        }
    }

    /** A promise of the platform that did not hold. */
    static final class StoryBroken extends RuntimeException {
        StoryBroken(String message) {
            super(message);
        }
    }
}
