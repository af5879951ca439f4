package eu.mpf.projects.project;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.Violations;
import eu.mpf.web.value.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BudgetTest {

    @Test
    void rateIsDerivedFromTheAmountsIfNobodyStatedIt() {
        Budget budget = Budget.UNKNOWN.withTotal(Money.euro("5930840.00")).withEuShare(Money.euro("2000000.00"));

        assertThat(budget.rate()).isEqualByComparingTo("33.72");
        assertThat(budget.rateBasis()).isEqualTo(RateBasis.DERIVED);
    }

    @Test
    void statedRateStaysAsStated() {
        Budget budget = Budget.UNKNOWN
                .withTotal(Money.euro("1532558.68"))
                .withEuShare(Money.euro("1447041.91"))
                .withRate(new BigDecimal("94.42"));

        assertThat(budget.rate()).isEqualByComparingTo("94.42");
        assertThat(budget.rateBasis()).isEqualTo(RateBasis.STATED);
    }

    @Test
    void derivedRateFollowsTheAmounts() {
        Budget budget = Budget.UNKNOWN
                .withTotal(Money.euro("200.00"))
                .withEuShare(Money.euro("100.00"))
                .withTotal(Money.euro("400.00"));

        assertThat(budget.rate()).isEqualByComparingTo("25");
    }

    @Test
    void unknownIsNotZero() {
        assertThat(Budget.UNKNOWN.total()).isNull();
        assertThat(Budget.UNKNOWN.rate()).isNull();
        assertThat(errors(Budget.UNKNOWN)).isEmpty();
    }

    /** F17: the exact edge of the maximum rate. */
    @Test
    void f17ShareOnTheEdgeOfTheMaximumRatePassesAndOneCentMoreFails() {
        assertThat(errors(atMost95("169587.27"))).isEmpty();
        assertThat(errors(atMost95("169587.28"))).extracting(FieldError::code).containsExactly("above-maximum-rate");
    }

    @Test
    void currenciesDoNotMix() {
        Budget budget = Budget.UNKNOWN
                .withTotal(Money.euro("10.00"))
                .withNationalShare(new Money(new BigDecimal("5.00"), "CHF"));

        assertThat(errors(budget)).extracting(FieldError::code).containsExactly("mixed-currencies");
    }

    @Test
    @Tag("P13")
    void indirectCostsOnTheEdgeOfTheCallsMaximumPassAndOneCentMoreFails() {
        assertThat(errors(planned("1070.00", "70.00"))).isEmpty();
        assertThat(errors(planned("1070.01", "70.01")))
                .extracting(FieldError::code)
                .containsExactly("indirect-above-maximum");
    }

    @Test
    @Tag("P13")
    void indirectCostsAreJudgedByWhatTheTotalLeavesWhileADirectHeadingIsUnknown() {
        Budget unknownTravel = Budget.UNKNOWN
                .withTotal(Money.euro("1070.00"))
                .withLimits(null, new BigDecimal("7"))
                .withHeadings(List.of(
                        new BudgetLine(BudgetHeading.TRAVEL, null),
                        new BudgetLine(BudgetHeading.INDIRECT, Money.euro("70.01"))));

        assertThat(errors(unknownTravel)).extracting(FieldError::code).containsExactly("indirect-above-maximum");
        assertThat(errors(unknownTravel.withTotal(null)))
                .as("without a total nothing can be judged")
                .isEmpty();
    }

    @Test
    @Tag("P13")
    void sixKnownHeadingsMakeTheTotalAndFewerMayStayBelowIt() {
        assertThat(errors(planned("1070.01", "70.00")))
                .extracting(FieldError::code)
                .containsExactly("not-the-total");
        Budget some = Budget.UNKNOWN
                .withTotal(Money.euro("100.00"))
                .withHeadings(List.of(new BudgetLine(BudgetHeading.STAFF, Money.euro("99.00"))));
        assertThat(errors(some)).isEmpty();
        assertThat(errors(some.withTotal(Money.euro("98.99"))))
                .extracting(FieldError::pointer)
                .containsExactly("/budget/headings");
    }

    @Test
    @Tag("P13")
    void aHeadingStandsInABudgetOnceAndKeepsToTheCurrency() {
        Budget twice = Budget.UNKNOWN.withHeadings(List.of(
                new BudgetLine(BudgetHeading.STAFF, Money.euro("1.00")),
                new BudgetLine(BudgetHeading.STAFF, new Money(BigDecimal.ONE, "CHF"))));

        assertThat(errors(twice)).extracting(FieldError::code).containsExactly("mixed-currencies", "twice");
    }

    @Test
    @Tag("P2")
    void thoseWhoPayDoNotPayMoreThanTheTotal() {
        Budget budget = Budget.UNKNOWN
                .withTotal(Money.euro("100.00"))
                .withEuShare(Money.euro("90.00"))
                .withNationalShare(Money.euro("10.00"));

        assertThat(errors(budget)).isEmpty();
        assertThat(errors(budget.withNationalShare(Money.euro("10.01"))))
                .extracting(FieldError::code)
                .containsExactly("sources-above-total");
    }

    @Test
    @Tag("P2")
    void noShareIsAboveAHundredPercentAndNoAmountBelowZero() {
        Budget most =
                Budget.UNKNOWN.withRate(new BigDecimal("100")).withLimits(new BigDecimal("100"), new BigDecimal("100"));
        assertThat(errors(most)).isEmpty();
        Budget more = Budget.UNKNOWN
                .withRate(new BigDecimal("100.01"))
                .withLimits(new BigDecimal("100.01"), new BigDecimal("100.01"));
        assertThat(errors(more))
                .extracting(FieldError::pointer)
                .containsExactly("/budget/rate", "/budget/maximumRate", "/budget/maximumIndirectRate");
        Budget owed = Budget.UNKNOWN.withNationalShare(new Money(new BigDecimal("-0.01"), "EUR"));
        assertThat(errors(owed)).extracting(FieldError::code).containsExactly("negative-amount");
    }

    @Test
    @Tag("P2")
    void theWholeTotalMayBeTheEuSharesAndOneCentMoreMayNot() {
        Budget whole = Budget.UNKNOWN.withTotal(Money.euro("100.00")).withEuShare(Money.euro("100.00"));
        assertThat(errors(whole)).isEmpty();
        assertThat(errors(whole.withEuShare(Money.euro("100.01"))))
                .extracting(FieldError::code)
                .containsExactly("above-total");
    }

    @Test
    @Tag("P2")
    void otherDonorsPayTooAndWhoseAmountIsUnknownCountsForNothing() {
        List<OtherDonor> donors =
                List.of(new OtherDonor("A city", Money.euro("10.01")), new OtherDonor("A foundation", null));
        Budget budget =
                new Budget(Money.euro("100.00"), Money.euro("90.00"), null, null, null, donors, null, List.of(), null);
        assertThat(errors(budget)).extracting(FieldError::code).containsExactly("sources-above-total");
        assertThat(errors(budget.withEuShare(Money.euro("89.99")))).isEmpty();
    }

    @Test
    @Tag("P13")
    void allDirectHeadingsKnownTheyAreTheBasisWhateverTheTotalSays() {
        List<BudgetLine> lines = new ArrayList<>();
        for (BudgetHeading heading : BudgetHeading.values()) {
            lines.add(new BudgetLine(heading, Money.euro(heading.direct() ? "20.00" : "7.01")));
        }
        Budget withoutTotal =
                Budget.UNKNOWN.withLimits(null, new BigDecimal("7")).withHeadings(lines);
        assertThat(errors(withoutTotal)).extracting(FieldError::code).containsExactly("indirect-above-maximum");
    }

    @Test
    @Tag("P13")
    void headingsMayReachTheTotalBeforeAllAreKnown() {
        Budget some = Budget.UNKNOWN
                .withTotal(Money.euro("99.00"))
                .withHeadings(List.of(new BudgetLine(BudgetHeading.STAFF, Money.euro("99.00"))));
        assertThat(errors(some)).isEmpty();
    }

    @Test
    void aHeadingIsFoundByItsName() {
        assertThat(BudgetHeading.find("TRAVEL")).contains(BudgetHeading.TRAVEL);
        assertThat(BudgetHeading.find("travel")).isEmpty();
        assertThat(BudgetHeading.find(null)).isEmpty();
    }

    private static Budget planned(String total, String indirect) {
        List<BudgetLine> lines = new ArrayList<>();
        for (BudgetHeading heading : BudgetHeading.values()) {
            lines.add(new BudgetLine(heading, Money.euro(heading.direct() ? "200.00" : indirect)));
        }
        return Budget.UNKNOWN
                .withTotal(Money.euro(total))
                .withLimits(null, new BigDecimal("7"))
                .withHeadings(lines);
    }

    private static Budget atMost95(String euShare) {
        return new Budget(
                Money.euro("178512.92"),
                Money.euro(euShare),
                null,
                null,
                null,
                List.of(),
                new BigDecimal("95"),
                List.of(),
                null);
    }

    private static List<FieldError> errors(@Nullable Budget budget) {
        Violations violations = new Violations();
        if (budget != null) {
            budget.check(violations);
        }
        return violations.list();
    }
}
