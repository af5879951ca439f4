package eu.mpf.web.subject;

import static eu.mpf.web.adjustment.AdjustmentKind.RETENTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import eu.mpf.web.adjustment.Adjustment;
import eu.mpf.web.adjustment.Adjustments;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("X12")
class RetentionPeriodsTest {
    private final Map<String, Period> configured = new HashMap<>();
    private final Adjustments adjustments = new Adjustments();
    private final RetentionPeriods periods = new RetentionPeriods(new Config(configured), adjustments);
    private int version;

    private record Config(Map<String, Period> retention) implements SubjectConfig {
        @Override
        public Period answerKept() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String retentionEvery() {
            throw new UnsupportedOperationException();
        }
    }

    private record Rule(
            Period period, @Nullable Period least, @Nullable Period most) implements RetentionRule {
        @Override
        public String purpose() {
            return "registration";
        }

        @Override
        public Period shortest() {
            return least == null ? RetentionRule.super.shortest() : least;
        }

        @Override
        public Period longest() {
            return most == null ? RetentionRule.super.longest() : most;
        }

        @Override
        public int letGo(LocalDate before) {
            throw new UnsupportedOperationException();
        }
    }

    private final Rule twoYears = new Rule(Period.ofYears(2), Period.ofDays(30), Period.ofYears(5));

    private void set(@Nullable String period) {
        adjustments.learn(List.of(new Adjustment(
                RETENTION,
                "registration",
                period == null ? null : TextNode.valueOf(period),
                ++version,
                Instant.EPOCH,
                "admin")));
    }

    @Test
    void whatAnAdministratorSetGoesBeforeTheConfigurationAndThatBeforeTheRule() {
        assertThat(periods.now(twoYears)).isEqualTo(Period.ofYears(2));
        configured.put("registration", Period.ofYears(3));
        assertThat(periods.now(twoYears)).isEqualTo(Period.ofYears(3));
        assertThat(periods.initial(twoYears)).isEqualTo(Period.ofYears(3));
        set("P1Y");
        assertThat(periods.now(twoYears)).isEqualTo(Period.ofYears(1));
        set(null);
        assertThat(periods.now(twoYears)).isEqualTo(Period.ofYears(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P29D", "P5Y1D", "P2000000000Y"})
    void whatWasSetOutsideTheBoundsOfThisReleaseDoesNotHold(String period) {
        set(period);
        assertThat(periods.now(twoYears)).isEqualTo(Period.ofYears(2));
    }

    @Test
    void nobodyKeepsLongerThanPromisedUnlessTheRuleOrTheConfigurationSaysSo() {
        var promised = new Rule(Period.ofYears(2), null, null);
        assertThat(periods.longest(promised)).isEqualTo(Period.ofYears(2));
        assertThat(promised.shortest()).isEqualTo(Period.ofDays(1));
        assertThat(periods.longest(twoYears)).isEqualTo(Period.ofYears(5));
        configured.put("registration", Period.ofYears(6));
        assertThat(periods.longest(twoYears)).isEqualTo(Period.ofYears(6));
        configured.put("registration", Period.ofYears(1));
        assertThat(periods.longest(twoYears)).isEqualTo(Period.ofYears(5));
    }

    @ParameterizedTest
    @CsvSource({"P30D, P30D", "' P5Y ', P5Y", "P60M, P60M", "P1Y2M3D, P1Y2M3D"})
    void aPeriodWithinItsBoundsIsTaken(String text, String period) {
        assertThat(periods.checked(twoYears, text)).isEqualTo(Period.parse(period));
    }

    @ParameterizedTest
    @CsvSource({
        "two years, invalid, must be an ISO 8601 period such as P90D or P2Y",
        "PT1H, invalid, must be an ISO 8601 period such as P90D or P2Y",
        "P29D, out-of-bounds, must be between P30D and P5Y",
        "P1826DT, invalid, must be an ISO 8601 period such as P90D or P2Y",
        "P5Y1D, out-of-bounds, must be between P30D and P5Y",
        "-P1Y, out-of-bounds, must be between P30D and P5Y",
        "P2000000000Y, out-of-bounds, must be between P30D and P5Y"
    })
    void anotherIsRefused(String text, String code, String message) {
        assertThatThrownBy(() -> periods.checked(twoYears, text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.errors()).containsExactly(new FieldError("/period", code, message)));
    }
}
