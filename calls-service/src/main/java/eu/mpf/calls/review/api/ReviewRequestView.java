package eu.mpf.calls.review.api;

import eu.mpf.calls.review.ReviewRequest;
import eu.mpf.calls.review.ReviewService.Read;
import eu.mpf.calls.review.ReviewStatus;
import eu.mpf.web.version.Versions;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request for review; {@code overdue} when the answer is, or came, later than the call promises. */
@Schema(name = "ReviewRequest")
public record ReviewRequestView(
        UUID id,
        @Schema(examples = "MPF-R-000003") String reference,
        UUID applicationId,
        UUID callId,
        UUID letterId,
        String leadOrganisation,
        ReviewStatus status,
        String grounds,
        Instant filedAt,
        @Nullable Instant answerDueAt,
        boolean overdue,
        @Nullable String reasons,
        @Nullable Instant closedAt) {

    static Response.ResponseBuilder answer(Response.ResponseBuilder response, Read read) {
        return answer(response, read.request(), read.request().overdue(read.at()));
    }

    /** Just filed or just closed. */
    static Response.ResponseBuilder answer(Response.ResponseBuilder response, ReviewRequest request) {
        Instant closedAt = request.closedAt();
        return answer(response, request, request.overdue(closedAt == null ? request.filedAt() : closedAt));
    }

    private static Response.ResponseBuilder answer(
            Response.ResponseBuilder response, ReviewRequest request, boolean overdue) {
        ReviewRequestView view = new ReviewRequestView(
                request.id(),
                request.reference(),
                request.applicationId(),
                request.callId(),
                request.letterId(),
                request.organisation(),
                request.status(),
                request.grounds(),
                request.filedAt(),
                request.answerDueAt(),
                overdue,
                request.reasons(),
                request.closedAt());
        return response.entity(view).tag(Versions.etag(request.version()));
    }
}
