package eu.mpf.calls.ranking;

import eu.mpf.calls.scoring.BalanceEffect;
import eu.mpf.calls.scoring.Standing;
import eu.mpf.web.value.Money;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in the ranking.
 *
 * @param position equal places share the first position of their group while no decision separates them
 */
public record RankedApplication(
        int position,
        UUID applicationId,
        String reference,
        String leadOrganisation,
        String fund,
        @Nullable String lot,
        BigDecimal total,
        Money requested,
        boolean passes,
        Standing standing,
        boolean tied,
        @Nullable BalanceEffect balance,
        String status) {}
