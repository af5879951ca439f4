package eu.mpf.events.linkeddata;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Dates as linked data writes them. */
final class Times {
    private Times() {}

    /** With the offset from UTC that held at the place that day. */
    static String exact(LocalDateTime local, String zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local.atZone(ZoneId.of(zone)));
    }

    /** While only the month is certain, no more is said (ISO 8601, reduced precision). */
    static String month(LocalDateTime local) {
        return DateTimeFormatter.ofPattern("uuuu-MM").format(local);
    }
}
