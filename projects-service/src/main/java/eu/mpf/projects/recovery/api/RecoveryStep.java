package eu.mpf.projects.recovery.api;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(examples = "{\"on\":\"2024-07-10\"}")
record RecoveryStep(
        @Nullable @Schema(description = "The day it was done; today if absent.")
        LocalDate on,

        @Nullable @Size(max = 2000) @Schema(description = "Required to cancel.")
        String reason) {

    static final RecoveryStep TODAY = new RecoveryStep(null, null);
}
