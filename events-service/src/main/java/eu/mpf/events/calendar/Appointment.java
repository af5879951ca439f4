package eu.mpf.events.calendar;

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

    /** Whether it is over by the clock. */
    public boolean isOver(Instant now) {
        return !now.isBefore(endsAt == null ? startsAt : endsAt);
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

    /** For somebody who does not go: their calendar is to forget it. */
    Appointment gone() {
        return new Appointment(
                uid, sequence + 1, title, summary, timeZone, startsAt, endsAt, place, tentative, true, partOf);
    }
}
