package eu.mpf.events.event;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Within this service: something on the programme of an event was made or changed. */
public record ProgrammeChanged(UUID eventId, What what) {

    /** What happened, in the organiser's terms. */
    @Schema(name = "ProgrammeChange")
    public enum What {
        PUBLISHED,
        EVENT_REVISED,
        RESCHEDULED,
        CANCELLED,
        SESSION_ADDED,
        SESSION_REVISED,
        SESSION_CANCELLED,
        FOLLOW_UP_PLANNED,
        CONTRIBUTION_ADDED,
        CONTRIBUTION_REVISED,
        CONTRIBUTION_REMOVED
    }
}
