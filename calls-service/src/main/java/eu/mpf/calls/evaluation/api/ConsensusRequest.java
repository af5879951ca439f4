package eu.mpf.calls.evaluation.api;

import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The marks agreed on, one per criterion; absent where the call's scheme computes them from the reviews. */
public record ConsensusRequest(
        @Nullable Map<String, BigDecimal> marks,
        @Nullable @Size(max = 10_000) String comment) {}
