package eu.mpf.calls.evaluation.api;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Marks and comments by criterion. A review may be saved incomplete; it is complete when it is handed in. */
public record MarksRequest(
        @Schema(examples = "{\"relevance\": 4.5}") @NotNull Map<String, BigDecimal> marks,
        @Nullable Map<String, String> comments) {}
