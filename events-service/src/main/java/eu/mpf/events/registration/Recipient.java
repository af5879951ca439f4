package eu.mpf.events.registration;

import java.util.Locale;
import java.util.UUID;

/**
 * Somebody to write to.
 *
 * @param calendarStep what is added to the SEQUENCE of what stands in this person's calendar
 */
record Recipient(UUID registrationId, String address, String name, Locale language, int calendarStep) {

    static Recipient of(Registration registration) {
        return new Recipient(
                registration.id(),
                registration.address(),
                registration.name(),
                Locale.forLanguageTag(registration.language()),
                registration.calendarStep());
    }
}
