package eu.mpf.calls.receipt.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A receipt to be checked.
 *
 * @param content what was handed in, as the receipt's page shows it, to compare with the hash
 */
public record VerifyRequest(
        @NotBlank @Size(max = 10_000) String receipt,
        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode content) {}
