package eu.mpf.calls.check.api;

import eu.mpf.calls.check.ClarificationRequest;
import eu.mpf.calls.check.ClarificationStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A question to the applicant and its answer; {@code late} when the answer came after it was due. */
@Schema(name = "ClarificationRequest")
public record ClarificationRequestView(
        UUID id,
        ClarificationStatus status,
        String question,
        List<String> items,
        Instant askedAt,
        Instant dueAt,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        boolean late) {

    static ClarificationRequestView of(ClarificationRequest request) {
        return new ClarificationRequestView(
                request.id(),
                request.status(),
                request.question(),
                request.items(),
                request.askedAt(),
                request.dueAt(),
                request.answer(),
                request.answeredAt(),
                request.late());
    }
}
