package eu.mpf.events.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One piece of news for one registrant.
 *
 * @param position place in the waiting list, from 1
 * @param until when an offer lapses
 * @param reason given by an organiser
 */
record News(
        Occasion occasion,
        @Nullable Integer position,
        @Nullable Instant until,
        @Nullable String reason) {

    static News of(Occasion occasion) {
        return new News(occasion, null, null, null);
    }

    static News of(Occasion occasion, @Nullable String reason) {
        return new News(occasion, null, null, reason);
    }

    static News waiting(RegistrationStatus status, @Nullable Integer position) {
        return new News(Occasion.of(status), position, null, null);
    }

    static News offered(Instant until) {
        return new News(Occasion.OFFERED, null, until, null);
    }
}
