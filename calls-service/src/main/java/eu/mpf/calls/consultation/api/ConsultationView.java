package eu.mpf.calls.consultation.api;

import eu.mpf.calls.consultation.Consultation;
import eu.mpf.web.version.Versions;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A consultation, and the advice once it is there. {@code version} is the ETag's, for the item has no page of its own. */
@Schema(name = "Consultation")
public record ConsultationView(
        UUID id,
        UUID applicationId,
        String body,
        Consultation.Kind kind,
        String consultee,
        LocalDate dueOn,
        Consultation.@Nullable Opinion opinion,
        @Nullable String advice,
        @Nullable Instant advisedAt,
        boolean late,
        long version) {

    static ConsultationView of(Consultation consultation) {
        return new ConsultationView(
                consultation.id(),
                consultation.applicationId(),
                consultation.body(),
                consultation.kind(),
                consultation.consultee(),
                consultation.dueOn(),
                consultation.opinion(),
                consultation.advice(),
                consultation.advisedAt(),
                consultation.late(),
                consultation.version());
    }

    static Response.ResponseBuilder answer(Response.ResponseBuilder response, Consultation consultation) {
        return response.entity(of(consultation)).tag(Versions.etag(consultation.version()));
    }
}
