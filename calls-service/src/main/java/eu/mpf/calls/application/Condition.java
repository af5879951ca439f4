package eu.mpf.calls.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an award depends on. */
@Schema(name = "AwardCondition")
public record Condition(
        @Schema(examples = "The partner's letter of support is handed in.") @NotBlank @Size(max = 2000)
        String text,

        @NotNull Due due) {

    /** Until when it has to be met. */
    @Schema(name = "ConditionDue")
    public enum Due {
        BEFORE_SIGNATURE,
        BEFORE_PAYMENT,
        DURING_ACTION
    }
}
