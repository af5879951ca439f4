package eu.mpf.projects.reporting;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * By what rule a project reports, as the grant agreement says.
 *
 * @param interimEveryMonths length of the period of an interim report; 0 for no interim reports
 * @param interimDueDays days after the end of its period on which an interim report is due
 * @param finalDueDays days after the end of the action on which the final report is due
 * @param contact address that is reminded; personal data
 */
@Schema(
        name = "ReportingRule",
        examples =
                "{\"interimEveryMonths\":12,\"interimDueDays\":60,\"finalDueDays\":90,\"contact\":\"reports@grantee.example\",\"language\":\"fr\"}")
public record ReportingRule(
        @Min(0) @Max(60) @Schema(description = "Months per interim report; 0 for none.")
        int interimEveryMonths,

        @Min(0) @Max(365) @Schema(description = "Days from the end of its period to the day an interim report is due.")
        int interimDueDays,

        @Min(0) @Max(365) @Schema(description = "Days from the end of the action to the day the final report is due.")
        int finalDueDays,

        @Nullable @Email @Size(max = 254) @Schema(description = "Functional address that is reminded.")
        String contact,

        @Nullable
        @Pattern(regexp = "en|fr|de")
        @Schema(description = "Language of the reminders: en, fr or de.", defaultValue = "en")
        String language) {

    public ReportingRule {
        language = language == null ? "en" : language;
    }
}
