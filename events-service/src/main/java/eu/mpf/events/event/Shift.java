package eu.mpf.events.event;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * By how much an event was moved: so far by the clocks on its wall, and perhaps to where other clocks hang.
 *
 * @param by from one local start to the other, not from one instant to the other
 */
public record Shift(ZoneId from, ZoneId to, Duration by) {

    static Shift between(EventTimes before, EventTimes after) {
        return new Shift(
                WallTime.zone(before.timeZone()),
                WallTime.zone(after.timeZone()),
                Duration.between(before.startsLocal(), after.startsLocal()));
    }

    /** Whether all that begins with the event begins when it did. */
    public boolean isNone() {
        return by.isZero() && from.equals(to);
    }

    /** In which zone that has its times from now on: what went by the clocks at the event still does. */
    public String zone(String before) {
        return before.equals(from.getId()) ? to.getId() : before;
    }

    /**
     * As far from the start of the event as it was, by the clocks there. What falls into the hour that a change to summer time
     * leaves out is an hour later.
     *
     * @param local at {@code zone}
     * @return at {@link #zone} of it
     */
    public LocalDateTime move(LocalDateTime local, String zone) {
        LocalDateTime atTheEvent =
                local.atZone(WallTime.zone(zone)).withZoneSameInstant(from).toLocalDateTime();
        return atTheEvent
                .plus(by)
                .atZone(to)
                .withZoneSameInstant(WallTime.zone(zone(zone)))
                .toLocalDateTime();
    }
}
