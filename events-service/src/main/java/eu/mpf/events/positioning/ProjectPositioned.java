package eu.mpf.events.positioning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A grantee placed a project: evidence for its classification. */
public record ProjectPositioned(
        UUID exerciseId,
        UUID eventId,
        UUID sessionId,
        int typologyVersion,
        String projectId,
        String projectCode,
        List<String> means,
        String positionedBy,
        Instant positionedAt) {

    static ProjectPositioned of(Exercise exercise, Position position) {
        return new ProjectPositioned(
                exercise.id(),
                exercise.eventId(),
                exercise.sessionId(),
                exercise.typologyVersion(),
                position.projectId(),
                position.projectCode(),
                position.means(),
                position.positionedBy(),
                position.positionedAt());
    }
}
