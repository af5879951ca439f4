package eu.mpf.projects.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P11")
class StagesTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 30);

    @Test
    void withoutADayThereAreNoReminders() {
        assertThatThrownBy(() -> new Stages(List.of(), 14)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theOrderInWhichTheDaysAreGivenDoesNotMatter() {
        Stages stages = new Stages(List.of(14, -30, 1, -7), 10);
        assertThat(stages.at(DAY, DAY.minusDays(30))).isEqualTo(-30);
        assertThat(stages.at(DAY, DAY.plusDays(2))).isEqualTo(1);
        assertThat(stages.at(DAY, DAY.plusDays(23))).isEqualTo(14);
        assertThat(stages.at(DAY, DAY.plusDays(24))).isNull();
        assertThat(stages.earliestDue(DAY)).isEqualTo(DAY.minusDays(23));
        assertThat(stages.latestDue(DAY)).isEqualTo(DAY.plusDays(30));
    }

    @Test
    void aSingleStageOfOneDayIsThatDay() {
        Stages stages = new Stages(List.of(0), 1);
        assertThat(stages.at(DAY, DAY.minusDays(1))).isNull();
        assertThat(stages.at(DAY, DAY)).isZero();
        assertThat(stages.at(DAY, DAY.plusDays(1))).isNull();
        assertThat(stages.earliestDue(DAY)).isEqualTo(DAY);
        assertThat(stages.latestDue(DAY)).isEqualTo(DAY);
    }
}
