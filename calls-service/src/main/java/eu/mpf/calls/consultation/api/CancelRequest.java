package eu.mpf.calls.consultation.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why the advice is needed no longer. */
public record CancelRequest(@NotBlank @Size(max = 2000) String reason) {}
