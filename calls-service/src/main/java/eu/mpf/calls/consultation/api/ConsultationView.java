package eu.mpf.calls.consultation.api;

import eu.mpf.calls.consultation.Consultation;
import eu.mpf.calls.consultation.ConsultationService.Consulted;
import eu.mpf.calls.consultation.ConsultationStatus;
import eu.mpf.web.version.Versions;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A consultation, and the advice once it is there. Advice is recorded and binds nobody.
 *
 * @param round counts from 1
 * @param late whether the advice came late, or is missing although it was due
 * @param version as in the ETag
 */
@Schema(name = "Consultation")
public record ConsultationView(
        UUID id,
        UUID applicationId,
        int round,
        ConsultationStatus status,
        String body,
        Consultation.Kind kind,
        String consultee,
        LocalDate dueOn,
        Consultation.@Nullable Opinion opinion,
        @Nullable String advice,
        @Nullable Instant advisedAt,
        boolean late,
        @Nullable Instant remindedAt,
        long version) {

    static ConsultationView of(Consulted consulted) {
        Consultation consultation = consulted.consultation();
        return new ConsultationView(
                consultation.id(),
                consultation.applicationId(),
                consultation.round(),
                consultation.status(),
                consultation.body(),
                consultation.kind(),
                consultation.consultee(),
                consultation.dueOn(),
                consultation.opinion(),
                consultation.advice(),
                consultation.advisedAt(),
                consultation.late(consulted.today()),
                consultation.remindedAt(),
                consultation.version());
    }

    static Response.ResponseBuilder answer(Response.ResponseBuilder response, Consulted consulted) {
        return response.entity(of(consulted))
                .tag(Versions.etag(consulted.consultation().version()));
    }
}
