package eu.mpf.projects.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.LocalizedText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P13")
class IndicatorTest {

    private static final UUID PROJECT = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);
    private static final LocalizedText TITLE = LocalizedText.of("en", "Officers trained");

    private static @Nullable Measure on(@Nullable LocalDate day) {
        return new Measure(BigDecimal.TEN, day);
    }

    private static Indicator indicator(@Nullable Measure baseline, @Nullable Measure target) {
        return Indicator.of(PROJECT, "officers", new IndicatorDetails(TITLE, null, null, baseline, target));
    }

    private static void assertFault(IndicatorDetails details, String pointer) {
        Indicator indicator = indicator(null, null);
        assertThatThrownBy(() -> indicator.describe(details))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors())
                                .extracting(error -> error.pointer())
                                .containsExactly(pointer));
        assertThat(indicator.details()).isEqualTo(new IndicatorDetails(TITLE, null, null, null, null));
    }

    @Test
    void aNewOneIsOfItsProjectUnderItsCode() {
        Indicator indicator = indicator(null, null);
        assertThat(indicator.projectId()).isEqualTo(PROJECT);
        assertThat(indicator.code()).isEqualTo("officers");
        assertThat(indicator.id()).isNotNull();
        assertThat(indicator.version()).isEqualTo(1);
    }

    @Test
    void anIndicatorHasATitle() {
        assertFault(new IndicatorDetails(null, null, null, null, null), "/title");
    }

    @Test
    void aTargetLiesNotBeforeItsBaseline() {
        assertThat(indicator(on(DAY), on(DAY)).details().target()).isEqualTo(on(DAY));
        assertThat(indicator(on(null), on(DAY)).details().baseline()).isEqualTo(on(null));
        assertThat(indicator(on(DAY), on(null)).details().baseline()).isEqualTo(on(DAY));
        assertFault(new IndicatorDetails(TITLE, null, null, on(DAY), on(DAY.minusDays(1))), "/target/on");
    }
}
