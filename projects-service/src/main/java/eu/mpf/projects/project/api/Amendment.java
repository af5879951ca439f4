package eu.mpf.projects.project.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.projects.project.AmendmentKind;
import eu.mpf.projects.project.ProjectDetails;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        examples =
                "{\"kind\":\"EXTENSION\",\"effectiveOn\":\"2024-10-01\",\"reason\":\"Corrigendum 2\",\"changes\":{\"endDate\":\"2025-05-31\"}}")
record Amendment(
        @NotNull AmendmentKind kind,

        @Nullable @Schema(description = "The first day on which it is true; today if absent.")
        LocalDate effectiveOn,

        @NotBlank @Size(max = 2000) String reason,

        @NotNull
        @Schema(
                description = "A merge patch (RFC 7396) over the project's description.",
                implementation = ProjectDetails.class)
        JsonNode changes) {}
