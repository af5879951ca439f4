package eu.mpf.calls.grant.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what a condition is met. */
public record EvidenceRequest(
        @Schema(examples = "Letter of support of 3 May") @NotBlank @Size(max = 2000)
        String evidence) {}
