package eu.mpf.calls.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.value.LocalizedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The shapes of scoring seen in calls of the Union, all as data. */
@Tag("C16")
@Tag("rule-4")
class ScoringSchemeTest {

    @Test
    void zeroToFiveWithAMinimumForEachAndOverall() {
        ScoringScheme scheme =
                scheme(5, "10", criterion("a", null, "3"), criterion("b", null, "3"), criterion("c", null, "3"));
        assertThat(scheme.maximumTotal()).isEqualByComparingTo("15");
        assertThat(scheme.score(marks("3", "3", "3")).passes()).as("9 of 10").isFalse();
        assertThat(scheme.score(marks("4", "3", "3")).passes()).isTrue();
        assertThat(scheme.score(marks("5", "5", "2.5")).passes())
                .as("one below its threshold")
                .isFalse();
        assertThat(scheme.score(marks("5", "5", "2.5")).missedThresholds()).containsExactly("c");
    }

    @Test
    void hundredPointsWithAMaximumForEach() {
        ScoringScheme scheme = scheme(
                100,
                "75",
                criterion("a", "30", null),
                criterion("b", "20", null),
                criterion("c", "20", null),
                criterion("d", "15", null),
                criterion("e", "15", null));
        assertThat(scheme.maximumTotal()).isEqualByComparingTo("100");
        assertThat(scheme.faults(marks("31", "20", "20", "15", "15")))
                .extracting(ScoreFault::pointer)
                .containsExactly("/a");
        assertThat(scheme.score(marks("30", "20", "10", "10", "5")).passes())
                .as("exactly 75")
                .isTrue();
        assertThat(scheme.score(marks("30", "20", "10", "10", "4.99")).passes()).isFalse();
    }

    @Test
    void weightsCountInTheTotalAndNotInTheThreshold() {
        ScoringScheme scheme = new ScoringScheme(
                BigDecimal.ZERO,
                new BigDecimal(5),
                new BigDecimal("0.5"),
                List.of(
                        new Criterion("a", LocalizedText.of("en", "A"), null, new BigDecimal("1.5"), new BigDecimal(3)),
                        new Criterion("b", LocalizedText.of("en", "B"), null, null, null)),
                null,
                List.of("a"),
                null);
        assertThat(scheme.score(marks("3", "2")).total()).isEqualByComparingTo("6.5");
        assertThat(scheme.faults(marks("3.25", "2")))
                .extracting(ScoreFault::pointer)
                .containsExactly("/a");
    }

    @Test
    void aSchemeThatContradictsItselfIsRefused() {
        ScoringScheme scheme = new ScoringScheme(
                BigDecimal.ZERO,
                new BigDecimal(5),
                null,
                List.of(criterion("a", null, "6"), criterion("a", null, null)),
                new BigDecimal(11),
                List.of("z"),
                null);
        assertThat(scheme.faults())
                .extracting(ScoreFault::pointer)
                .containsExactly("/criteria/0/threshold", "/criteria/1/code", "/overallThreshold", "/tieBreaks/0");
    }

    @Test
    void aScaleHasMarksAndStepsThatMeetItsEnds() {
        assertThat(faults("5", "5", null, null)).containsExactly("/maximum", "/criteria/0/maximum");
        assertThat(faults("0", "5", "0", null)).contains("/step");
        assertThat(faults("0", "5", "-1", null)).contains("/step");
        assertThat(faults("0", "5", "2", null)).containsExactly("/step", "/criteria/0/maximum");
        assertThat(faults("1", "5", "2", null)).isEmpty();
        assertThat(faults("0", "5", "0.5", null)).isEmpty();
    }

    @Test
    void aMaximumOfItsOwnIsAMarkOfTheScaleAndItsThresholdCanBeReached() {
        assertThat(faults("0", "5", "0.5", criterion("a", "4.5", "4.5"))).isEmpty();
        assertThat(faults("0", "5", "0.5", criterion("a", "4.5", "4.51"))).containsExactly("/criteria/0/threshold");
        assertThat(faults("0", "5", "0.5", criterion("a", "4.25", null))).containsExactly("/criteria/0/maximum");
        assertThat(faults("1", "5", "0.5", criterion("a", "1", null))).containsExactly("/criteria/0/maximum");
    }

    @Test
    void theTotalIsWorthSomethingAndItsThresholdCanBeReached() {
        Criterion light = new Criterion("a", LocalizedText.of("en", "A"), null, BigDecimal.ZERO, null);
        assertThat(faults("0", "5", null, light)).containsExactly("/criteria");
        assertThat(scheme(5, "10", criterion("a", null, null), criterion("b", null, null))
                        .faults())
                .isEmpty();
        assertThat(scheme(5, "10.01", criterion("a", null, null), criterion("b", null, null))
                        .faults())
                .extracting(ScoreFault::pointer)
                .containsExactly("/overallThreshold");
    }

    @Test
    void aTieBreakIsNamedOnce() {
        ScoringScheme scheme = new ScoringScheme(
                BigDecimal.ZERO,
                new BigDecimal(5),
                null,
                List.of(criterion("a", null, null), criterion("b", null, null)),
                null,
                List.of("b", "a", "b"),
                null);
        assertThat(scheme.faults()).containsExactly(new ScoreFault("/tieBreaks/2", "used twice"));
    }

    @Test
    void aStepOfTheConsensusIsMoreThanZeroAndDividesThatOfAReview() {
        for (String step : List.of("0", "-0.25", "0.2", "1")) {
            assertThat(consensus(step)).as(step).extracting(ScoreFault::pointer).contains("/consensus/step");
        }
        assertThat(consensus("0.25")).isEmpty();
        assertThat(consensus("0.5")).isEmpty();
        assertThat(consensus(null)).isEmpty();
    }

    private static List<ScoreFault> consensus(@Nullable String step) {
        return new ScoringScheme(
                        BigDecimal.ZERO,
                        new BigDecimal(5),
                        new BigDecimal("0.5"),
                        List.of(criterion("a", null, null)),
                        null,
                        List.of(),
                        new ConsensusRules(
                                ConsensusRules.Method.AGREED,
                                null,
                                null,
                                true,
                                step == null ? null : new BigDecimal(step)))
                .faults();
    }

    private static List<String> faults(
            String minimum, String maximum, @Nullable String step, @Nullable Criterion criterion) {
        ScoringScheme scheme = new ScoringScheme(
                new BigDecimal(minimum),
                new BigDecimal(maximum),
                step == null ? null : new BigDecimal(step),
                List.of(criterion == null ? criterion("a", null, null) : criterion),
                null,
                List.of(),
                null);
        return scheme.faults().stream().map(ScoreFault::pointer).toList();
    }

    @Test
    void everyCriterionNeedsAMarkAndNoOtherHasOne() {
        ScoringScheme scheme = scheme(5, null, criterion("a", null, null), criterion("b", null, null));
        assertThat(scheme.faults(Map.of("a", BigDecimal.ONE, "x", BigDecimal.ONE)))
                .extracting(ScoreFault::pointer)
                .containsExactly("/b", "/x");
    }

    private static ScoringScheme scheme(int maximum, @Nullable String overall, Criterion... criteria) {
        return new ScoringScheme(
                BigDecimal.ZERO,
                new BigDecimal(maximum),
                null,
                List.of(criteria),
                overall == null ? null : new BigDecimal(overall),
                List.of(),
                null);
    }

    private static Criterion criterion(String code, @Nullable String maximum, @Nullable String threshold) {
        return new Criterion(
                code,
                LocalizedText.of("en", code),
                maximum == null ? null : new BigDecimal(maximum),
                null,
                threshold == null ? null : new BigDecimal(threshold));
    }

    private static Map<String, BigDecimal> marks(String... marks) {
        Map<String, BigDecimal> byCode = new HashMap<>();
        List<String> codes = new ArrayList<>(List.of("a", "b", "c", "d", "e"));
        for (int i = 0; i < marks.length; i++) {
            byCode.put(codes.get(i), new BigDecimal(marks[i]));
        }
        return byCode;
    }
}
