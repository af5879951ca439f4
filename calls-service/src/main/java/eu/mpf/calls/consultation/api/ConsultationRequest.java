package eu.mpf.calls.consultation.api;

import eu.mpf.calls.consultation.Consultation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A body to be asked.
 *
 * @param consultee the subject of the account that answers for it
 */
public record ConsultationRequest(
        @Schema(examples = "EU Delegation to Moldova") @NotBlank
        String body,

        Consultation.@NotNull Kind kind,
        @NotBlank String consultee,
        @NotNull LocalDate dueOn) {}
