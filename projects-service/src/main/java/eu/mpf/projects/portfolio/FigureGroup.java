package eu.mpf.projects.portfolio;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The figures of one group, for example of one fund. */
@Schema(name = "FigureGroup")
public record FigureGroup(
        @Schema(description = "Code of the group; UNKNOWN for projects without a value.")
        String key,

        Sums sums) {}
