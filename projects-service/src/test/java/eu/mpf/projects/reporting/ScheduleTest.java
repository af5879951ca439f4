package eu.mpf.projects.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.projects.reporting.ReportStatus.Move;
import eu.mpf.web.problem.ProblemException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P11")
class ScheduleTest {

    private static final ReportingRule USUAL = new ReportingRule(12, 60, 90, null, null);

    @Test
    void aGrantOfThirtyMonthsOwesTwoInterimReportsAndAFinalOne() {
        assertThat(Schedule.of(USUAL, day("2022-03-01"), day("2024-08-31")))
                .containsExactly(
                        slot(ReportKind.INTERIM, 1, "2022-03-01", "2023-02-28", "2023-04-29"),
                        slot(ReportKind.INTERIM, 2, "2023-03-01", "2024-02-29", "2024-04-29"),
                        slot(ReportKind.FINAL, 1, "2022-03-01", "2024-08-31", "2024-11-29"));
    }

    @Test
    void aPeriodThatEndsWithTheActionIsTheFinalReportsAlone() {
        assertThat(Schedule.of(USUAL, day("2022-01-01"), day("2022-12-31")))
                .extracting(Schedule.Slot::kind)
                .containsExactly(ReportKind.FINAL);
        assertThat(Schedule.of(USUAL, day("2022-01-01"), day("2023-01-01"))).hasSize(2);
    }

    @Test
    void theRuleIsDataAndWithoutDatesNothingIsOwed() {
        assertThat(Schedule.of(new ReportingRule(6, 30, 60, null, null), day("2022-01-01"), day("2023-06-30")))
                .hasSize(3);
        assertThat(Schedule.of(new ReportingRule(0, 30, 60, null, null), day("2022-01-01"), day("2029-12-31")))
                .hasSize(1);
        assertThat(Schedule.of(USUAL, day("2022-01-01"), null)).isEmpty();
    }

    @Test
    void aMonthsEndDoesNotWander() {
        assertThat(Schedule.of(new ReportingRule(1, 0, 0, null, null), day("2023-01-31"), day("2023-06-15")))
                .extracting(Schedule.Slot::to)
                .startsWith(day("2023-02-27"), day("2023-03-30"), day("2023-04-29"), day("2023-05-30"));
    }

    @Test
    void onAnyDayAReportIsInOneStageAtMost() {
        Stages stages = new Stages(List.of(-30, -7, 1, 14), 14);
        LocalDate due = day("2024-06-30");

        assertThat(stages.at(due, due.minusDays(31))).isNull();
        assertThat(stages.at(due, due.minusDays(30))).isEqualTo(-30);
        assertThat(stages.at(due, due.minusDays(8))).isEqualTo(-30);
        assertThat(stages.at(due, due.minusDays(7))).isEqualTo(-7);
        assertThat(stages.at(due, due)).isEqualTo(-7);
        assertThat(stages.at(due, due.plusDays(1))).isEqualTo(1);
        assertThat(stages.at(due, due.plusDays(27))).isEqualTo(14);
        assertThat(stages.at(due, due.plusDays(28))).isNull();
        assertThat(stages.at(stages.earliestDue(due), due)).isEqualTo(14);
        assertThat(stages.at(stages.earliestDue(due).minusDays(1), due)).isNull();
        assertThat(stages.at(stages.latestDue(due), due)).isEqualTo(-30);
        assertThat(stages.at(stages.latestDue(due).plusDays(1), due)).isNull();
    }

    @Test
    void everyPairOfStatesIsAllowedOrRefusedAsAgreed() {
        Map<ReportStatus, Set<ReportStatus>> allowed = Map.of(
                ReportStatus.DRAFT, EnumSet.of(ReportStatus.SUBMITTED),
                ReportStatus.RETURNED, EnumSet.of(ReportStatus.SUBMITTED),
                ReportStatus.SUBMITTED, EnumSet.of(ReportStatus.RETURNED, ReportStatus.ACCEPTED),
                ReportStatus.ACCEPTED, EnumSet.noneOf(ReportStatus.class));
        for (ReportStatus from : ReportStatus.values()) {
            Set<ReportStatus> reached = EnumSet.noneOf(ReportStatus.class);
            for (Move move : Move.values()) {
                from.after(move).ifPresent(reached::add);
            }
            assertThat(reached).as("from %s", from).isEqualTo(allowed.get(from));
        }
    }

    @Test
    void whatWasHandedInKeepsItsDatesAndItsText() {
        Report report = Report.scheduled(
                UUID.randomUUID(), slot(ReportKind.INTERIM, 1, "2022-01-01", "2022-12-31", "2023-03-01"));
        report.write(
                new ReportContent(eu.mpf.web.value.LocalizedText.of("en", "Done"), null, null, null, null, null, null));
        report.submit(Set.of(), day("2023-02-01"));
        report.reschedule(slot(ReportKind.INTERIM, 1, "2022-01-01", "2022-06-30", "2022-09-01"));

        assertThat(report.view().periodTo()).isEqualTo(day("2022-12-31"));
        assertThatThrownBy(() -> report.write(ReportContent.EMPTY)).isInstanceOf(ProblemException.class);
    }

    private static Schedule.Slot slot(ReportKind kind, int number, String from, String to, String due) {
        return new Schedule.Slot(kind, number, day(from), day(to), day(due));
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
