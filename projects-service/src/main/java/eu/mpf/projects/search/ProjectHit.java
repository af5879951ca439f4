package eu.mpf.projects.search;

import eu.mpf.projects.project.ProjectStatus;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A project that answers a question, as little of it as a list of hits needs.
 *
 * @param score the higher the better; comparable within one answer only
 */
@Schema(name = "ProjectHit")
public record ProjectHit(
        UUID id,
        String code,
        String title,
        ProjectStatus status,

        @Schema(description = "The passage that answers the question best, as plain text.")
        String snippet,

        @Schema(description = "The higher the better; comparable within one answer only.")
        int score) {}
