package eu.mpf.events.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/**
 * Wall-clock time at the place of an event, and the instant it stands for.
 *
 * <p>An hour that the change to summer time leaves out is refused. Of an hour that occurs twice the first is meant.
 */
public final class WallTime {

    private WallTime() {}

    /** @throws IllegalArgumentException for a name that is not in the IANA time zone database */
    public static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new IllegalArgumentException("%s is not a zone of the IANA time zone database".formatted(name));
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Midnight there after this instant: what begins then and has no end is over by then. */
    public static Instant endOfDay(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** @throws IllegalArgumentException for a local time that the clocks of that zone never showed */
    public static Instant instant(LocalDateTime local, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        if (rules.getValidOffsets(local).isEmpty()) {
            throw new IllegalArgumentException(
                    "%s does not exist in %s: the clocks were put forward".formatted(local, zone));
        }
        return local.toInstant(rules.getValidOffsets(local).getFirst());
    }
}
