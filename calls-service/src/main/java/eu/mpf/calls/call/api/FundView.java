package eu.mpf.calls.call.api;

import eu.mpf.calls.fund.Balance;
import eu.mpf.web.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * The money of a fund, or of one lot of it. {@code reserved} is awarded and not signed, {@code committed} signed.
 *
 * @param depleted whether too little is left for another grant
 */
public record FundView(
        String fund,
        @Nullable String lot,
        Money envelope,
        Money available,
        Money reserved,
        Money committed,
        boolean depleted) {

    static FundView of(Balance balance) {
        String lot = balance.purse().lot();
        return new FundView(
                balance.purse().fund(),
                lot.isEmpty() ? null : lot,
                balance.money(balance.envelope()),
                balance.money(balance.available()),
                balance.money(balance.reserved()),
                balance.money(balance.committed()),
                balance.depleted());
    }
}
