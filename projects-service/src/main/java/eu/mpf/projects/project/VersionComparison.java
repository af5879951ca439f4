package eu.mpf.projects.project;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How two versions of a project differ, in what the reader may see of them.
 *
 * @param with the other version
 * @param differences none where a version only counted a fact kept beside the project
 */
@Schema(name = "ProjectVersionComparison")
public record VersionComparison(long with, List<Difference> differences) {

    /** One field with two values: {@code before} in the other version, {@code after} in this one. */
    @Schema(name = "ProjectDifference")
    public record Difference(
            @Schema(description = "JSON pointer into the project.", examples = "/endDate")
            String pointer,

            @Nullable @Schema(description = "Absent if the other version says nothing.")
            Object before,

            @Nullable @Schema(description = "Absent if this version says nothing.")
            Object after) {}
}
