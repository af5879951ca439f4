package eu.mpf.events.shared.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why something was done; it is kept in the audit trail. */
public record Reason(@NotBlank @Size(max = 1000) String reason) {}
