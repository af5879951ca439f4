package eu.mpf.projects.payment.api;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(examples = "{\"on\":\"2024-02-01\"}")
record PaymentStep(
        @Nullable @Schema(description = "The day it was done; today if absent.")
        LocalDate on,

        @Nullable @Size(max = 2000) @Schema(description = "Required to reject or cancel.")
        String reason) {

    static final PaymentStep TODAY = new PaymentStep(null, null);
}
