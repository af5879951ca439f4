package eu.mpf.projects.result;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A value on a day, in the unit of its indicator. */
@Schema(name = "Measure")
public record Measure(
        @NotNull
        @JsonDeserialize(using = ValueString.class)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, description = "A decimal string.", examples = "120")
        BigDecimal value,

        @Nullable LocalDate on) {}
