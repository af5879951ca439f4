package eu.mpf.calls.evaluation.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What the conflict of interest is. */
public record ConflictRequest(@NotBlank @Size(max = 2000) String reason) {}
