package eu.mpf.calls.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.calls.scoring.ConsensusRules.Method;
import eu.mpf.web.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C16")
class ConsensusRulesTest {

    @Test
    void theMeanIsRoundedHalfUpToAStepOfTheConsensus() {
        ScoringScheme scheme = scheme("0.5", new ConsensusRules(Method.MEAN, null, null, false, null));
        assertThat(scheme.computed(reviews("3", "3.5")).get("a")).isEqualByComparingTo("3.5");
        assertThat(scheme.computed(reviews("3", "3", "3.5")).get("a")).isEqualByComparingTo("3");
        ScoringScheme finer = scheme("0.5", new ConsensusRules(Method.MEAN, null, null, false, new BigDecimal("0.25")));
        assertThat(finer.computed(reviews("3", "3.5")).get("a")).isEqualByComparingTo("3.25");
    }

    @Test
    void theMedianIsNotMovedByOneThatStandsApart() {
        ScoringScheme scheme = scheme("0.5", new ConsensusRules(Method.MEDIAN, null, null, false, null));
        assertThat(scheme.computed(reviews("4", "4", "0")).get("a")).isEqualByComparingTo("4");
        assertThat(scheme.computed(reviews("4", "3", "0", "5")).get("a")).isEqualByComparingTo("3.5");
    }

    @Test
    void reviewsThatLieTooFarApartNeedOneMore() {
        ConsensusRules rules = new ConsensusRules(Method.AGREED, 2, new BigDecimal(3), false, null);
        assertThat(rules.missingReviews(totals("10"))).isEqualTo(1);
        assertThat(rules.missingReviews(totals("10", "13")))
                .as("exactly three apart")
                .isZero();
        assertThat(rules.missingReviews(totals("10", "13.5"))).isEqualTo(1);
        assertThat(rules.missingReviews(totals("10", "13.5", "12"))).isZero();
    }

    @Test
    void anAgreedMarkCanBeHeldBetweenTheReviews() {
        ScoringScheme scheme = scheme("0.5", new ConsensusRules(Method.AGREED, null, null, true, null));
        assertThat(scheme.consensusFaults(Map.of("a", new BigDecimal("3.5")), reviews("3", "4")))
                .isEmpty();
        assertThat(scheme.consensusFaults(Map.of("a", new BigDecimal("4.5")), reviews("3", "4")))
                .extracting(ScoreFault::pointer)
                .containsExactly("/a");
    }

    @Test
    void anAgreedMarkIsFreeWhereNothingHoldsIt() {
        ScoringScheme scheme = scheme("0.5", new ConsensusRules(Method.AGREED, null, null, false, null));
        assertThat(scheme.consensusFaults(Map.of("a", new BigDecimal("4.5")), reviews("3", "4")))
                .isEmpty();
        ScoringScheme free = scheme("0.5", null);
        assertThat(free.consensusFaults(Map.of("a", new BigDecimal("4.5")), reviews("3", "4")))
                .isEmpty();
        assertThat(free.consensusFaults(Map.of("a", new BigDecimal("4.25")), reviews("3", "4")))
                .hasSize(1);
    }

    @Test
    void bothEndsOfTheReviewsAreWithinThem() {
        ScoringScheme scheme = scheme("0.5", new ConsensusRules(Method.AGREED, null, null, true, null));
        assertThat(scheme.consensusFaults(Map.of("a", new BigDecimal("3")), reviews("4", "3")))
                .isEmpty();
        assertThat(scheme.consensusFaults(Map.of("a", new BigDecimal("4")), reviews("4", "3")))
                .isEmpty();
        assertThat(scheme.consensusFaults(Map.of("a", new BigDecimal("2.5")), reviews("4", "3")))
                .hasSize(1);
        assertThat(scheme.consensusFaults(Map.of("a", new BigDecimal("3")), List.of()))
                .hasSize(1);
    }

    @Test
    void aStepOfTheConsensusDividesThatOfAReviewAndMakesNoTotalFinerThanAHundredth() {
        assertThat(scheme("0.5", new ConsensusRules(Method.MEAN, null, null, false, new BigDecimal("0.2")))
                        .faults())
                .extracting(ScoreFault::pointer)
                .containsExactly("/consensus/step");
        assertThat(scheme("0.5", new ConsensusRules(Method.MEAN, null, null, true, null))
                        .faults())
                .extracting(ScoreFault::pointer)
                .containsExactly("/consensus/withinReviews");
        ScoringScheme tooFine = new ScoringScheme(
                BigDecimal.ZERO,
                new BigDecimal(5),
                null,
                List.of(new Criterion("a", LocalizedText.of("en", "A"), null, new BigDecimal("1.5"), null)),
                null,
                List.of(),
                null);
        assertThat(tooFine.faults()).extracting(ScoreFault::pointer).containsExactly("/criteria/0/weight");
    }

    private static ScoringScheme scheme(String step, @Nullable ConsensusRules consensus) {
        return new ScoringScheme(
                BigDecimal.ZERO,
                new BigDecimal(5),
                new BigDecimal(step),
                List.of(new Criterion("a", LocalizedText.of("en", "A"), null, null, null)),
                null,
                List.of(),
                consensus);
    }

    private static List<Map<String, BigDecimal>> reviews(String... marks) {
        return List.of(marks).stream()
                .map(mark -> Map.of("a", new BigDecimal(mark)))
                .toList();
    }

    private static List<BigDecimal> totals(String... totals) {
        return List.of(totals).stream().map(BigDecimal::new).toList();
    }
}
