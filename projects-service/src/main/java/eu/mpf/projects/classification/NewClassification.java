package eu.mpf.projects.classification;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A classification to record. */
@Schema(
        examples =
                "{\"typologyVersion\":1,\"view\":\"FACILITY\",\"means\":[\"capacity\",\"Operational Partnerships\"],\"decidedBy\":\"ICMPD\",\"decidedOn\":\"2023-09-21\"}")
public record NewClassification(
        @Min(1) int typologyVersion,
        @NotNull View view,

        @NotEmpty @Size(max = 20) @Schema(description = "Codes, names or aliases of types of that version.")
        List<@NotBlank String> means,

        @NotBlank
        @Size(max = 60)
        @Schema(description = "Code of the organisation, or role, that decided; never a person.")
        String decidedBy,

        @Nullable @Schema(description = "Today if absent.") LocalDate decidedOn,
        @Nullable @Schema(defaultValue = "REVIEW") Evidence evidence,
        @Nullable @Size(max = 2000) String note) {}
