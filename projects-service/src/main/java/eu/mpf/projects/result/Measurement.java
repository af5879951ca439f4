package eu.mpf.projects.result;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was measured of an indicator. It is never changed: a later one stands beside it. */
@Schema(name = "Measurement")
public record Measurement(
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, description = "A decimal string.", examples = "85")
        BigDecimal value,

        LocalDate measuredOn,

        @Nullable @Schema(description = "The accepted report it comes from.")
        UUID reportId,

        @Nullable String note,
        Instant recordedAt) {}
