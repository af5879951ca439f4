package eu.mpf.calls.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What may go wrong with an action, and what is done about it. For those who decide, never for the applicant. */
@Schema(name = "AwardRisk")
public record Risk(
        @Schema(examples = "The partner country's institution changes.") @NotBlank @Size(max = 2000)
        String text,

        @NotNull Level level,
        @Nullable @Size(max = 2000) String mitigation) {

    /** How grave it is. */
    @Schema(name = "RiskLevel")
    public enum Level {
        LOW,
        MEDIUM,
        HIGH
    }
}
