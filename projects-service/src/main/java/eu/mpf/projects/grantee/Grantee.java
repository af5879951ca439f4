package eu.mpf.projects.grantee;

import eu.mpf.projects.project.GranteeStanding;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A body that leads, or led, a project under a grant agreement. Current if one of its projects is, past otherwise. */
@Schema(name = "Grantee")
public record Grantee(
        UUID organisationId,
        String code,
        String name,
        String country,
        GranteeStanding standing,

        @Schema(description = "Codes of the projects whose grant agreement holds.")
        List<String> currentProjects,

        @Schema(description = "Codes of the projects that were closed, or terminated after their contract.")
        List<String> pastProjects) {}
