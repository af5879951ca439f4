package eu.mpf.events.registration;

import java.util.Locale;
import java.util.UUID;

/** Somebody to write to. */
record Recipient(UUID registrationId, String address, String name, Locale language) {

    static Recipient of(Registration registration) {
        return new Recipient(
                registration.id(),
                registration.address(),
                registration.name(),
                Locale.forLanguageTag(registration.language()));
    }
}
