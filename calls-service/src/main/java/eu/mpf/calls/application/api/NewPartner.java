package eu.mpf.calls.application.api;

import eu.mpf.calls.application.Contact;
import eu.mpf.calls.application.Partner;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An organisation to take into the consortium.
 *
 * @param contact who is asked by mail when it is invited; nobody when absent
 */
public record NewPartner(
        @Schema(examples = "LT-SBGS") @NotBlank String organisation,
        @Nullable String name,
        @Nullable String country,
        @NotNull Partner.Role role,
        @Nullable @Valid Contact contact) {}
