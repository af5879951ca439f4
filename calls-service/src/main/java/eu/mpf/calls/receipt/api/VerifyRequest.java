package eu.mpf.calls.receipt.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A receipt to be checked.
 *
 * @param content what was handed in, as the receipt's page shows it, to compare with the hash
 */
public record VerifyRequest(
        @NotBlank @Size(max = 100_000) String receipt,
        @Nullable Map<String, Object> content) {}
