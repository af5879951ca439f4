package eu.mpf.calls.application.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why; the applicant sees it. */
public record MoveReason(@NotBlank @Size(max = 4000) String reason) {}
