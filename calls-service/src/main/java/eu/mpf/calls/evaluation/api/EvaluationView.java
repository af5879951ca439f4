package eu.mpf.calls.evaluation.api;

import eu.mpf.calls.eligibility.Stage;
import eu.mpf.calls.evaluation.Evaluation;
import eu.mpf.calls.evaluation.EvaluationStatus;
import eu.mpf.web.version.Versions;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A review: marks and comments by criterion; total and {@code passes} once it is in. */
@Schema(name = "Evaluation")
public record EvaluationView(
        UUID id,
        UUID applicationId,
        UUID callId,
        Stage stage,
        String evaluator,
        EvaluationStatus status,
        Map<String, BigDecimal> marks,
        Map<String, String> comments,
        @Nullable BigDecimal total,
        @Nullable Boolean passes,
        @Nullable String conflict,
        Instant assignedAt,
        @Nullable Instant submittedAt) {

    static EvaluationView of(Evaluation evaluation) {
        return new EvaluationView(
                evaluation.id(),
                evaluation.applicationId(),
                evaluation.callId(),
                evaluation.stage(),
                evaluation.evaluator(),
                evaluation.status(),
                evaluation.marks(),
                evaluation.comments(),
                evaluation.total(),
                evaluation.passes(),
                evaluation.conflict(),
                evaluation.assignedAt(),
                evaluation.submittedAt());
    }

    static Response answer(Response.ResponseBuilder response, Evaluation evaluation) {
        return response.entity(of(evaluation))
                .tag(Versions.etag(evaluation.version()))
                .build();
    }
}
