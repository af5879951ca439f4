package eu.mpf.projects.typology;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where the projects of a former type belong now.
 *
 * @param to code of the type in this version; absent if there is none and every project has to be read again
 * @param automatic whether a project may be carried over by rule; otherwise somebody reads it again
 */
public record TypeMapping(
        @NotBlank @Schema(examples = "skills-labour-mobility")
        String from,

        @Nullable @Schema(examples = "hybrid") String to,
        boolean automatic,
        @NotBlank @Size(max = 2000) String reason) {}
