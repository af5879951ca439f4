package eu.mpf.projects.project;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.Violations;
import eu.mpf.web.value.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    private static Budget atMost95(String euShare) {
        return new Budget(
                Money.euro("178512.92"), Money.euro(euShare), null, null, null, List.of(), new BigDecimal("95"));
    }

    private static List<FieldError> errors(@Nullable Budget budget) {
        Violations violations = new Violations();
        if (budget != null) {
            budget.check(violations);
        }
        return violations.list();
    }
}
