package eu.mpf.calls.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How long the check of an application has taken. It does not run while a question to the applicant is open, at the
 * longest until the question was due.
 *
 * @param startedAt when there was something to check: handed in, and no longer sealed
 * @param endedAt when the result was recorded; absent while the check goes on
 * @param running whether time passes now
 * @param elapsedDays whole days of 24 hours, without the pauses
 * @param elapsedSeconds the same, exact
 * @param limitDays what the call allows; no limit when absent
 * @param dueAt when the limit is reached, if there is no further pause
 */
@Schema(name = "CheckClock")
public record CheckClock(
        Instant startedAt,
        @Nullable Instant endedAt,
        boolean running,
        long elapsedDays,
        long elapsedSeconds,
        List<Pause> pauses,
        @Nullable Integer limitDays,
        @Nullable Instant dueAt,
        boolean overdue) {

    /** A stretch in which the clock stood still for a question. {@code until} may lie ahead while the question is open. */
    @Schema(name = "CheckPause")
    public record Pause(UUID requestId, Instant from, Instant until) {

        /** How much of it lies between two moments. */
        Duration within(Instant start, Instant end) {
            Instant first = from.isBefore(start) ? start : from;
            Instant last = until.isAfter(end) ? end : until;
            return last.isAfter(first) ? Duration.between(first, last) : Duration.ZERO;
        }
    }

    /** @param pauses one question is open at a time: they do not overlap */
    static CheckClock of(
            Instant startedAt,
            @Nullable Instant endedAt,
            List<Pause> pauses,
            @Nullable Integer limitDays,
            Instant now) {
        Instant until = endedAt == null ? now : endedAt;
        Duration paused = Duration.ZERO;
        List<Pause> counted = new ArrayList<>();
        boolean standsStill = endedAt != null || now.isBefore(startedAt);
        for (Pause pause : pauses) {
            Duration within = pause.within(startedAt, until);
            if (!within.isZero()) {
                counted.add(pause);
            }
            paused = paused.plus(within);
            standsStill |= endedAt == null && !now.isBefore(pause.from()) && now.isBefore(pause.until());
        }
        Duration elapsed =
                until.isAfter(startedAt) ? Duration.between(startedAt, until).minus(paused) : Duration.ZERO;
        Instant dueAt = limitDays == null
                ? null
                : startedAt.plus(Duration.ofDays(limitDays)).plus(paused);
        return new CheckClock(
                startedAt,
                endedAt,
                !standsStill,
                elapsed.toDays(),
                elapsed.toSeconds(),
                List.copyOf(counted),
                limitDays,
                dueAt,
                limitDays != null && elapsed.compareTo(Duration.ofDays(limitDays)) > 0);
    }
}
