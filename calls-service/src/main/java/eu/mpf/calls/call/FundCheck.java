package eu.mpf.calls.call;

import eu.mpf.web.problem.Violations;
import eu.mpf.web.value.Money;
import org.jspecify.annotations.Nullable;

/** What one fund of a call must be like: all its money in one currency, its lots what the envelope is. */
final class FundCheck {

    private final FundLine fund;
    private final String pointer;
    private final Violations faults;

    private FundCheck(FundLine fund, String pointer, Violations faults) {
        this.fund = fund;
        this.pointer = pointer;
        this.faults = faults;
    }

    static void of(FundLine fund, String pointer, Violations faults) {
        FundCheck check = new FundCheck(fund, pointer, faults);
        check.filled("/envelope", fund.envelope());
        check.lots();
        check.limit("/minimumGrant", fund.minimumGrant());
        check.limit("/maximumGrant", fund.maximumGrant());
        check.limit("/depletedBelow", fund.depletedBelow());
        check.grants();
    }

    private void filled(String field, Money envelope) {
        faults.check(envelope.amount().signum() > 0, pointer + field, "empty", "the envelope is empty");
    }

    private void lots() {
        if (fund.lots().isEmpty()) {
            return;
        }
        for (int i = 0; i < fund.lots().size(); i++) {
            String field = "/lots/" + i + "/envelope";
            Money envelope = fund.lots().get(i).envelope();
            filled(field, envelope);
            currency(field, envelope);
        }
        Money sum = fund.sumOfLots();
        faults.check(
                sum.amount().compareTo(fund.envelope().amount()) == 0,
                pointer + "/lots",
                "lots-sum",
                "the lots add up to " + sum.amount() + ", the envelope is "
                        + fund.envelope().amount());
        faults.check(
                fund.lots().stream().map(Lot::code).distinct().count()
                        == fund.lots().size(),
                pointer + "/lots",
                "duplicate",
                "a lot is there twice");
    }

    private void limit(String field, @Nullable Money limit) {
        if (limit != null) {
            faults.check(!limit.isNegative(), pointer + field, "negative", "not below zero");
            currency(field, limit);
        }
    }

    private void currency(String field, Money money) {
        String currency = fund.envelope().currency();
        faults.check(
                money.currency().equals(currency),
                pointer + field + "/currency",
                "other-currency",
                "the fund is in " + currency);
    }

    private void grants() {
        Money least = fund.minimumGrant();
        Money most = fund.maximumGrant();
        faults.check(
                least == null || most == null || least.amount().compareTo(most.amount()) <= 0,
                pointer + "/minimumGrant",
                "contradiction",
                "more than the most a grant may be");
    }
}
