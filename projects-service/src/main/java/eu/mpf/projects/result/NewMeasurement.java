package eu.mpf.projects.result;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "NewMeasurement",
        examples = "{\"value\":\"85\",\"measuredOn\":\"2023-12-31\",\"note\":\"Attendance lists\"}")
public record NewMeasurement(
        @NotNull
        @JsonDeserialize(using = ValueString.class)
        @Schema(type = SchemaType.STRING, description = "A decimal string.", examples = "85")
        BigDecimal value,

        @Nullable @Schema(description = "Today if absent.") LocalDate measuredOn,
        @Nullable @Size(max = 2000) String note) {}
