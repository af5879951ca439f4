package eu.mpf.calls.scoring;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the recommended applications in balance, for example at least one per region or at most three per country.
 * What was awarded before in the same call counts.
 *
 * @param atLeast so many of each group, the best of those that pass, come before all others when the money is cut
 * @param atMost so many of each group, then its others stay on the reserve list
 */
public record BalanceRule(
        @NotNull By by,
        @Nullable @Positive Integer atLeast,
        @Nullable @PositiveOrZero Integer atMost) {

    /** What puts applications into one group. An application without it belongs to none. */
    public enum By {
        /** The region it says it works in. */
        REGION,
        /** The country of the lead. */
        LEAD_COUNTRY,
        /** The lead itself. */
        LEAD_ORGANISATION
    }
}
