package eu.mpf.projects.project;

import eu.mpf.web.problem.Violations;
import eu.mpf.web.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a budget must keep to in itself. An unknown amount breaks no rule: it takes part in no sum, and is never zero.
 */
final class BudgetRules {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Budget budget;
    private final Violations violations;

    private BudgetRules(Budget budget, Violations violations) {
        this.budget = budget;
        this.violations = violations;
    }

    static void check(Budget budget, Violations violations) {
        BudgetRules rules = new BudgetRules(budget, violations);
        boolean oneCurrency = rules.amounts();
        rules.percent(budget.rateBasis() == RateBasis.DERIVED ? null : budget.rate(), "/budget/rate");
        rules.percent(budget.maximumRate(), "/budget/maximumRate");
        rules.percent(budget.maximumIndirectRate(), "/budget/maximumIndirectRate");
        rules.headingsOnce();
        if (oneCurrency) {
            rules.shares();
            rules.sources();
            rules.headings();
            rules.indirect();
        }
    }

    private boolean amounts() {
        List<Money> all = Stream.of(
                        Stream.of(budget.total(), budget.euShare(), budget.nationalShare()),
                        budget.otherDonors().stream().map(OtherDonor::amount),
                        budget.headings().stream().map(BudgetLine::amount))
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .toList();
        boolean oneCurrency = all.stream().map(Money::currency).distinct().count() <= 1;
        violations.check(oneCurrency, "/budget", "mixed-currencies", "All amounts of a budget are in one currency");
        violations.check(
                all.stream().noneMatch(Money::isNegative), "/budget", "negative-amount", "An amount is never negative");
        return oneCurrency;
    }

    private void percent(@Nullable BigDecimal percent, String pointer) {
        violations.check(
                percent == null || percent.compareTo(HUNDRED) <= 0,
                pointer,
                "above-hundred",
                "A share is at most 100 percent");
    }

    private void shares() {
        Money total = budget.total();
        Money euShare = budget.euShare();
        if (total == null || euShare == null) {
            return;
        }
        violations.check(
                euShare.compareTo(total) <= 0, "/budget/euShare", "above-total", "The EU share passes the total");
        BigDecimal maximumRate = budget.maximumRate();
        if (maximumRate != null) {
            // Rounded half up to the cent: the rule by which calls judge an application.
            Money most = share(total, maximumRate);
            violations.check(
                    euShare.compareTo(most) <= 0,
                    "/budget/euShare",
                    "above-maximum-rate",
                    "The EU share passes " + maximumRate.toPlainString() + " % of the total, which is "
                            + most.amount());
        }
    }

    /** Who pays: what is known of it may leave a gap, but not pass the total. */
    private void sources() {
        Money total = budget.total();
        Money national = budget.nationalShare();
        List<Money> others = budget.otherDonors().stream()
                .flatMap(donor -> Stream.ofNullable(donor.amount()))
                .toList();
        if (total == null || (national == null && others.isEmpty())) {
            // The EU share alone has its own rule.
            return;
        }
        List<Money> known = new ArrayList<>(others);
        Stream.of(budget.euShare(), national).filter(Objects::nonNull).forEach(known::add);
        sum(known)
                .ifPresent(sum -> violations.check(
                        sum.compareTo(total) <= 0,
                        "/budget",
                        "sources-above-total",
                        "Those who pay would pay " + sum + ", more than the total of " + total));
    }

    private void headingsOnce() {
        for (int i = 0; i < budget.headings().size(); i++) {
            BudgetHeading heading = budget.headings().get(i).heading();
            violations.check(
                    budget.headings().subList(0, i).stream().noneMatch(line -> line.heading() == heading),
                    "/budget/headings/" + i + "/heading",
                    "twice",
                    "A heading stands in a budget once");
        }
    }

    private void headings() {
        Money total = budget.total();
        if (total == null) {
            return;
        }
        Map<BudgetHeading, Money> known = known();
        Optional<Money> sum = sum(known.values().stream().toList());
        if (known.size() == BudgetHeading.values().length) {
            sum.ifPresent(all -> violations.check(
                    all.compareTo(total) == 0,
                    "/budget/headings",
                    "not-the-total",
                    "The headings add up to " + all + ", the total is " + total));
        } else {
            sum.ifPresent(some -> violations.check(
                    some.compareTo(total) <= 0,
                    "/budget/headings",
                    "above-total",
                    "The headings add up to " + some + " already, the total is " + total));
        }
    }

    /** The indirect costs are judged by the direct ones: as planned, or as what the total leaves for them. */
    private void indirect() {
        BigDecimal maximum = budget.maximumIndirectRate();
        Map<BudgetHeading, Money> known = known();
        Money indirect = known.get(BudgetHeading.INDIRECT);
        if (maximum == null || indirect == null) {
            return;
        }
        direct(known, indirect).ifPresent(direct -> {
            Money most = share(direct, maximum);
            violations.check(
                    indirect.compareTo(most) <= 0,
                    "/budget/headings",
                    "indirect-above-maximum",
                    "Indirect costs of " + indirect + " pass " + maximum.toPlainString() + " % of the direct costs of "
                            + direct + ", which is " + most.amount());
        });
    }

    private Optional<Money> direct(Map<BudgetHeading, Money> known, Money indirect) {
        List<Money> direct = known.entrySet().stream()
                .filter(line -> line.getKey().direct())
                .map(Map.Entry::getValue)
                .toList();
        if (direct.size() == BudgetHeading.values().length - 1) {
            return sum(direct);
        }
        return Optional.ofNullable(budget.total()).map(total -> total.minus(indirect));
    }

    private Map<BudgetHeading, Money> known() {
        Map<BudgetHeading, Money> known = new EnumMap<>(BudgetHeading.class);
        for (BudgetLine line : budget.headings()) {
            Money amount = line.amount();
            if (amount != null) {
                known.put(line.heading(), amount);
            }
        }
        return known;
    }

    private static Optional<Money> sum(List<Money> amounts) {
        return amounts.stream().reduce(Money::plus);
    }

    private static Money share(Money of, BigDecimal percent) {
        return new Money(of.amount().multiply(percent).divide(HUNDRED, 2, RoundingMode.HALF_UP), of.currency());
    }
}
