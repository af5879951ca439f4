package eu.mpf.events.positioning;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a project stands, by its grantee's own judgement.
 *
 * @param project code or id of the project
 * @param means codes of the partnership types that fit, the best first; several make it hybrid
 */
@Schema(name = "PositionDetails")
public record PositionDetails(
        @NotBlank @Size(max = 80) @Schema(examples = "FORGED-DOCS")
        String project,

        @NotNull @NotEmpty @Size(max = 10) @Schema(examples = "[\"operational\"]")
        List<@NotBlank @Size(max = 80) String> means,

        @Nullable @Size(max = 2000) String note) {

    public PositionDetails {
        means = means == null ? List.of() : means.stream().distinct().toList();
    }
}
