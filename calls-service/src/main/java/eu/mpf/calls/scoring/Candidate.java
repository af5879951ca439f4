package eu.mpf.calls.scoring;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;

/**
 * An application as the ranking sees it.
 *
 * @param purse names the fund and lot it asks money from
 * @param groups where it belongs, for the balance rules
 */
public record Candidate(
        UUID id,
        String purse,
        BigDecimal requested,
        Map<String, BigDecimal> marks,
        BigDecimal total,
        boolean passes,
        Map<BalanceRule.By, String> groups) {}
