package eu.mpf.events.registration;

import eu.mpf.events.calendar.Appointment;
import eu.mpf.events.event.EventStatus;
import eu.mpf.events.event.RegistrationPolicy;
import eu.mpf.events.session.SessionStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one registers for, as it stands now: an event, or a follow-up session.
 *
 * @param followUp state of the follow-up session; {@code null}: it is about the event itself
 * @param now by the database's clock
 */
record Scene(
        Appointment appointment,
        EventStatus event,
        @Nullable SessionStatus followUp,
        RegistrationPolicy policy,
        Instant now) {

    /** Whether it is still to come, so that seats are passed on. */
    boolean isToCome() {
        return followUp == null ? event == EventStatus.PUBLISHED : event.isOn() && followUp == SessionStatus.PLANNED;
    }

    /** Whether anybody still wants to hear of it: nobody does after the end. */
    boolean tells(Occasion occasion) {
        if (appointment.isOver(now)) {
            return false;
        }
        return occasion == Occasion.CANCELLED || occasion == Occasion.WITHDRAWN || isToCome();
    }

    /** An offer ends when it is to be accepted by, at the latest when things begin. */
    Instant offerUntil() {
        Instant usual = now.plus(Duration.ofHours(policy.hoursToAccept()));
        Instant begins = appointment.startsAt();
        return begins.isAfter(now) && begins.isBefore(usual) ? begins : usual;
    }
}
