package eu.mpf.calls.scoring;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;

/** An application as the ranking sees it. {@code purse} names the fund and lot it asks money from. */
public record Candidate(
        UUID id, String purse, BigDecimal requested, Map<String, BigDecimal> marks, BigDecimal total, boolean passes) {}
