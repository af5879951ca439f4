package eu.mpf.web.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time that rules go by and that records of the platform are dated with: this machine's, moved by what a rehearsal has
 * set. What is decided in a transaction asks {@code platform_clock()} of the database instead ({@link DatabaseClock}), which
 * is moved by the same. Not for tokens, keys, signatures, the audit trail, or what only bridges a failure (leases, retries,
 * the outbox): these go by the true time.
 */
public final class PlatformTime {

    /** None where nothing is rehearsed. */
    private static volatile @Nullable Duration offset;

    private PlatformTime() {}

    public static Instant now() {
        Duration moved = offset;
        return moved == null ? Instant.now() : Instant.now().plus(moved);
    }

    public static LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(now(), zone);
    }

    /** By how much the time of this platform is moved, if it is a rehearsal; empty in production. */
    public static Optional<Duration> rehearsed() {
        return Optional.ofNullable(offset);
    }

    static void moveBy(@Nullable Duration by) {
        offset = by;
    }
}
