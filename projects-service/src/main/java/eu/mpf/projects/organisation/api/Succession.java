package eu.mpf.projects.organisation.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param effectiveOn the first day on which the successor does the work */
record Succession(
        @NotBlank @Size(max = 60) @Schema(description = "Code of the successor.", examples = "PT-AIMA")
        String successor,

        @NotNull LocalDate effectiveOn,
        @Nullable @Size(max = 2000) String reason) {}
