package eu.mpf.gateway.subject;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request and how far it is.
 *
 * @param services who has to answer
 * @param answers who has, with how many records of each kind were found or erased, and how many had to be kept
 */
public record SubjectRequest(
        UUID id,
        RequestKind kind,
        @Nullable String reason,
        List<String> services,
        List<Answer> answers,
        Instant createdAt,
        @Nullable Instant completedAt) {

    /** What one service said. */
    public record Answer(String service, Map<String, Integer> counts, Map<String, Integer> kept, Instant answeredAt) {}

    public boolean completed() {
        return completedAt != null;
    }
}
