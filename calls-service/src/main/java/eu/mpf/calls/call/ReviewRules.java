package eu.mpf.calls.call;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a refusal can be reviewed.
 *
 * @param days for filing: until the end of this many days after the letter, in the call's zone
 * @param answerDays for answering, counted from the filing; no limit when absent
 */
public record ReviewRules(
        @Schema(examples = "30") @Positive @Max(365) int days,
        @Nullable @Positive @Max(365) Integer answerDays) {}
