package eu.mpf.projects.portfolio;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Figures by one dimension. */
@Schema(name = "FigureBreakdown")
public record FigureBreakdown(
        Dimension by,

        @Schema(
                description =
                        "Whether a project may count in several groups, so that they add up to more than the whole.")
        boolean overlapping,

        List<FigureGroup> groups) {}
