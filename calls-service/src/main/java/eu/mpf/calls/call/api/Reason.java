package eu.mpf.calls.call.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why something is done; kept in the audit trail. */
public record Reason(@NotBlank @Size(max = 2000) String reason) {}
