package eu.mpf.events.event;

import eu.mpf.web.problem.Violations;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * From when to when, as the clocks on the wall show it and in UTC.
 *
 * @param timeZone IANA name
 */
public record EventTimes(
        String timeZone, LocalDateTime startsLocal, LocalDateTime endsLocal, Instant startsAt, Instant endsAt) {

    /** @throws IllegalArgumentException for an unknown zone or a local time that never was */
    public static EventTimes of(String timeZone, LocalDateTime startsLocal, LocalDateTime endsLocal) {
        ZoneId zone = WallTime.zone(timeZone);
        return new EventTimes(
                timeZone,
                startsLocal,
                endsLocal,
                WallTime.instant(startsLocal, zone),
                WallTime.instant(endsLocal, zone));
    }

    /**
     * Whether something lies within; both ends count.
     *
     * @param until {@code null} for what has no end of its own
     */
    public boolean hold(Instant from, @Nullable Instant until) {
        return !from.isBefore(startsAt) && !from.isAfter(endsAt) && (until == null || !until.isAfter(endsAt));
    }

    /** Adds what is wrong with these times, each at its own field; absent times are not judged. */
    public static void check(
            String timeZone, @Nullable LocalDateTime startsLocal, @Nullable LocalDateTime endsLocal, Violations wrong) {
        ZoneId zone;
        try {
            zone = WallTime.zone(timeZone);
        } catch (IllegalArgumentException e) {
            wrong.add("/timeZone", "unknown-time-zone", String.valueOf(e.getMessage()));
            return;
        }
        Instant starts = instant("/startsLocal", startsLocal, zone, wrong);
        Instant ends = instant("/endsLocal", endsLocal, zone, wrong);
        if (starts != null && ends != null) {
            wrong.check(!ends.isBefore(starts), "/endsLocal", "before-start", "lies before the start");
        }
    }

    private static @Nullable Instant instant(
            String pointer, @Nullable LocalDateTime local, ZoneId zone, Violations wrong) {
        if (local == null) {
            return null;
        }
        try {
            return WallTime.instant(local, zone);
        } catch (IllegalArgumentException e) {
            wrong.add(pointer, "no-such-time", String.valueOf(e.getMessage()));
            return null;
        }
    }
}
