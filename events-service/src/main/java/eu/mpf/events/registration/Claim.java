package eu.mpf.events.registration;

import eu.mpf.events.event.AudienceCategory;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody may register, and is to get a seat or a place in line.
 *
 * @param approval whether an organiser decides first
 */
record Claim(UUID id, UUID eventId, RegistrationDetails details, NewRegistrant who, Scene scene, boolean approval) {

    /** What has the seats. */
    UUID scopeId() {
        UUID followUp = followUpId();
        return followUp == null ? eventId : followUp;
    }

    @Nullable
    UUID followUpId() {
        return details.followUpId();
    }

    AudienceCategory category() {
        return details.category();
    }

    List<UUID> sessions() {
        return details.sessions() == null ? List.of() : details.sessions();
    }
}
