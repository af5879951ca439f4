package eu.mpf.projects.project.api;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(examples = "{\"effectiveOn\":\"2023-02-23\",\"reason\":\"Kick-off meeting\"}")
record StatusMove(
        @Nullable @Schema(description = "The first day of the new status; today if absent.")
        LocalDate effectiveOn,

        @Nullable @Size(max = 2000) @Schema(description = "Required to suspend or terminate.")
        String reason) {

    static final StatusMove TODAY = new StatusMove(null, null);
}
