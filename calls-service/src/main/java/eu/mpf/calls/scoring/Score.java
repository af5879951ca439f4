package eu.mpf.calls.scoring;

import java.math.BigDecimal;
import java.util.List;

/** A weighted total; it passes when every criterion's threshold and the overall one are reached. */
public record Score(BigDecimal total, boolean passes, List<String> missedThresholds, boolean overallReached) {}
