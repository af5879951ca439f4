package eu.mpf.events.calendar;

import eu.mpf.events.event.WallTime;
import eu.mpf.web.value.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something one goes to, as calendars know it: an event, or a session of one.
 *
 * @param uid stays the same whatever changes (RFC 7986, section 5.3)
 * @param sequence grows with every change that calendars must follow
 * @param startsAt with {@code timeZone}: the time on the wall there
 * @param endsAt absent: nobody knows
 * @param tentative whether only the month is certain
 * @param partOf {@code uid} of the event a session belongs to
 */
public record Appointment(
        UUID uid,
        int sequence,
        LocalizedText title,
        @Nullable LocalizedText summary,
        String timeZone,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String place,
        boolean tentative,
        boolean cancelled,
        @Nullable UUID partOf) {

    /** When it is over; what nobody knows the end of is over with the day on which it begins. */
    public Instant end() {
        return endsAt == null ? WallTime.endOfDay(startsAt, WallTime.zone(timeZone)) : endsAt;
    }

    /** Whether it is over by the clock. */
    public boolean isOver(Instant now) {
        return !now.isBefore(end());
    }

    /** The title in one of these languages, on one line. */
    public String title(List<Locale> languages) {
        return title.get(languages).replaceAll("\\p{Cntrl}+", " ");
    }

    /** The languages, by tag, in which one gets its texts who prefers these. */
    public Set<String> languages(List<Locale> preferred) {
        String ofTitle = title.language(preferred);
        return summary == null ? Set.of(ofTitle) : new TreeSet<>(List.of(ofTitle, summary.language(preferred)));
    }

    /** As somebody's calendar is told of it who was told more often than all are. */
    public Appointment later(int steps) {
        return new Appointment(
                uid, sequence + steps, title, summary, timeZone, startsAt, endsAt, place, tentative, cancelled, partOf);
    }

    /** For somebody who does not go: their calendar is to forget it. */
    Appointment gone() {
        return new Appointment(
                uid, sequence, title, summary, timeZone, startsAt, endsAt, place, tentative, true, partOf);
    }
}
