package eu.mpf.calls.consultation.api;

import eu.mpf.calls.consultation.Consultation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Advice; it is recorded and binds nobody. */
public record AdviceRequest(
        @NotNull Consultation.Opinion opinion,
        @NotBlank @Size(max = 20_000) String advice) {}
