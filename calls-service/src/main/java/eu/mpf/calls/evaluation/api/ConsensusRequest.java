package eu.mpf.calls.evaluation.api;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The marks agreed on, one per criterion. */
public record ConsensusRequest(
        @NotNull Map<String, BigDecimal> marks, @Nullable String comment) {}
