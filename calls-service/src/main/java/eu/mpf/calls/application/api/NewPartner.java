package eu.mpf.calls.application.api;

import eu.mpf.calls.application.Partner;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An organisation to take into the consortium. */
public record NewPartner(
        @Schema(examples = "LT-SBGS") @NotBlank String organisation,
        @Nullable String name,
        @Nullable String country,
        Partner.@NotNull Role role) {}
