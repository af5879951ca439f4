package eu.mpf.calls.clarification.api;

import eu.mpf.calls.clarification.Clarification;
import eu.mpf.web.version.Versions;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A question and its answer, for everybody. It never says who asked. */
@Schema(name = "Clarification")
public record ClarificationView(
        UUID id,
        UUID callId,
        String question,
        @Nullable String answer,
        boolean published,
        Instant askedAt,
        @Nullable Instant answeredAt) {

    static Response answer(Clarification clarification) {
        return Response.ok(of(clarification))
                .tag(Versions.etag(clarification.version()))
                .build();
    }

    static ClarificationView of(Clarification clarification) {
        return new ClarificationView(
                clarification.id(),
                clarification.callId(),
                clarification.question(),
                clarification.answer(),
                clarification.answer() != null,
                clarification.askedAt(),
                clarification.answeredAt());
    }
}
