package eu.mpf.projects.reporting;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import eu.mpf.projects.result.ValueString;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The actual value of an indicator, as a report states it. */
@Schema(name = "ReportedResult")
public record ReportedResult(
        @NotBlank @Schema(description = "Code of an indicator of the project.")
        String indicator,

        @NotNull
        @JsonDeserialize(using = ValueString.class)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, description = "A decimal string.", examples = "85")
        BigDecimal value,

        @Nullable @Schema(description = "The end of the report's period if absent.")
        LocalDate measuredOn,

        @Nullable @Size(max = 2000) String note) {}
