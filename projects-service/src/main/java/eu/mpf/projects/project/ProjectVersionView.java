package eu.mpf.projects.project;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of a project as kept. */
@Schema(name = "ProjectVersion")
public record ProjectVersionView(
        long version,
        Change.Kind change,
        @Nullable String reason,

        @Nullable
        @Schema(description = "First day on which it was true; absent if a later correction took its days over.")
        LocalDate validFrom,

        @Nullable @Schema(description = "Last day on which it was true; absent while it is.")
        LocalDate validTo,

        Instant recordedAt,

        @Nullable @Schema(description = "When a correction took its days over.")
        Instant supersededAt,

        @Schema(description = "The project as it stood.") ProjectView project,

        @Nullable @Schema(description = "How it differs from the version it was compared with.")
        VersionComparison comparison) {

    ProjectVersionView comparedWith(VersionComparison found) {
        return new ProjectVersionView(
                version, change, reason, validFrom, validTo, recordedAt, supersededAt, project, found);
    }
}
