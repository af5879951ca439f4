package eu.mpf.projects.search;

import eu.mpf.projects.project.ProjectStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A project like another, and what they have in common. */
@Schema(name = "SimilarProject")
public record SimilarProject(
        UUID id,
        String code,
        String title,
        ProjectStatus status,

        @Schema(
                description =
                        "From 0 to 1: three fifths the wording of the title, two fifths themes, countries, fund and type.")
        BigDecimal similarity,

        List<String> sharedThemes,
        List<String> sharedCountries,
        List<String> sharedTypes,
        boolean sameFund) {}
