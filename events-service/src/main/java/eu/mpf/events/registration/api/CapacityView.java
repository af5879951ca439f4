package eu.mpf.events.registration.api;

import eu.mpf.events.event.AudienceCategory;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How full an event is. */
@Schema(name = "Capacity")
public record CapacityView(
        UUID eventId,
        SeatCount total,
        List<CategorySeats> categories,
        List<SessionSeats> sessions,
        List<SessionSeats> followUps) {

    /**
     * Seats of one thing that can be full.
     *
     * @param seats absent: no limit
     * @param free absent: no limit
     */
    @Schema(name = "SeatCount")
    public record SeatCount(
            @Nullable Integer seats, int taken, @Nullable Integer free, int waiting) {
        static SeatCount of(@Nullable Integer seats, int taken, int waiting) {
            return new SeatCount(seats, taken, seats == null ? null : Integer.valueOf(seats - taken), waiting);
        }
    }

    /** Seats kept for one audience category. */
    @Schema(name = "CategorySeats")
    public record CategorySeats(AudienceCategory category, SeatCount count) {}

    /** Seats of one session, or of one follow-up. */
    @Schema(name = "SessionSeats")
    public record SessionSeats(UUID sessionId, SeatCount count) {}
}
