package eu.mpf.projects.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.projects.ProjectsProblem;
import eu.mpf.projects.Refusals;
import eu.mpf.testkit.StateTable;
import eu.mpf.web.value.LocalizedText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P11")
class ReportTest {

    private static final UUID PROJECT = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2023, 2, 1);
    private static final LocalizedText TEXT = LocalizedText.of("en", "Two of three trainings were held.");
    private static final Schedule.Slot SLOT = slot(ReportKind.INTERIM, 2, LocalDate.of(2022, 12, 31));
    private static final Schedule.Slot SHORTER = slot(ReportKind.INTERIM, 2, LocalDate.of(2022, 6, 30));
    private static final ReportContent WRITTEN =
            new ReportContent(TEXT, List.of(), List.of(), List.of(), List.of(), null, null);

    private final StateTable<Report, ReportStatus> moves = new StateTable<>(
                    ReportTest::written, ReportStatus.class, Report::status, Refusals.ILLEGAL_TRANSITION)
            .on("submit", report -> report.submit(Set.of(), DAY))
            .on("return", report -> report.giveBack(List.of("Say more."), DAY))
            .on("accept", report -> report.accept(DAY));

    private final StateTable<Report, ReportStatus> writing = new StateTable<>(
                    ReportTest::scheduled,
                    ReportStatus.class,
                    Report::status,
                    Refusals.of(ProjectsProblem.REPORT_CLOSED))
            .on("write", report -> report.write(WRITTEN));

    private static Schedule.Slot slot(ReportKind kind, int number, LocalDate to) {
        return new Schedule.Slot(kind, number, LocalDate.of(2022, 1, 1), to, to.plusDays(60));
    }

    private static Report scheduled() {
        return Report.scheduled(PROJECT, SLOT);
    }

    private static Report written() {
        Report report = scheduled();
        report.write(WRITTEN);
        return report;
    }

    private static ReportedResult result(String indicator) {
        return new ReportedResult(indicator, BigDecimal.TEN, null, null);
    }

    @Test
    void everyMoveInEveryState() {
        assertThat(moves.outcomes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "DRAFT submit", "SUBMITTED",
                        "RETURNED submit", "SUBMITTED",
                        "SUBMITTED return", "RETURNED",
                        "SUBMITTED accept", "ACCEPTED"));
    }

    @Test
    void itIsWrittenWhileItIsTheGranteesTurn() {
        assertThat(writing.outcomes())
                .containsExactlyInAnyOrderEntriesOf(Map.of("DRAFT write", "DRAFT", "RETURNED write", "RETURNED"));
    }

    @Test
    void whatIsScheduledIsAnEmptyDraftOfItsSlot() {
        Report report = scheduled();
        assertThat(report).hasNoNullFieldsOrPropertiesExcept("submittedOn", "returnedOn", "acceptedOn");
        assertThat(scheduled().id()).isNotEqualTo(report.id());
        assertThat(report.projectId()).isEqualTo(PROJECT);
        assertThat(report.kind()).isEqualTo(ReportKind.INTERIM);
        assertThat(report.number()).isEqualTo(2);
        assertThat(report.content()).isEqualTo(ReportContent.EMPTY);
        assertThat(report.status()).isEqualTo(ReportStatus.DRAFT);
        assertThat(report.periodTo()).isEqualTo(SLOT.to());
        assertThat(report.begun()).isFalse();
        assertThat(report.version()).isEqualTo(1);
        assertThat(report.view())
                .isEqualTo(new ReportView(
                        report.id(),
                        PROJECT,
                        ReportKind.INTERIM,
                        2,
                        SLOT.from(),
                        SLOT.to(),
                        SLOT.dueOn(),
                        ReportStatus.DRAFT,
                        ReportContent.EMPTY,
                        null,
                        null,
                        List.of(),
                        null,
                        1));
    }

    @Test
    void aChangedScheduleIsFollowedWhileItIsTheGranteesTurn() {
        for (ReportStatus status : ReportStatus.values()) {
            Report report = moves.in(status);
            report.reschedule(SHORTER);
            Schedule.Slot expected = status.open() ? SHORTER : SLOT;
            assertThat(report.view())
                    .as("%s", status)
                    .extracting(ReportView::periodFrom, ReportView::periodTo, ReportView::dueOn, ReportView::status)
                    .containsExactly(expected.from(), expected.to(), expected.dueOn(), status);
        }
    }

    @Test
    void whoeverWritesHasBegun() {
        Report report = written();
        assertThat(report.begun()).isTrue();
        assertThat(report.content()).isEqualTo(WRITTEN);
    }

    @Test
    void theWayThereAndBackIsKeptWithItsDaysAndItsReasons() {
        Report report = moves.in(ReportStatus.DRAFT);
        report.submit(Set.of("officers-trained"), DAY);
        List<String> why = new ArrayList<>(List.of("Say more.", "Name the partners."));
        report.giveBack(why, DAY.plusDays(10));
        why.clear();
        assertThat(report.view())
                .extracting(ReportView::submittedOn, ReportView::returnedOn, ReportView::reasons)
                .containsExactly(DAY, DAY.plusDays(10), List.of("Say more.", "Name the partners."));
        report.submit(Set.of("officers-trained"), DAY.plusDays(20));
        report.accept(DAY.plusDays(30));
        assertThat(report.view())
                .extracting(
                        ReportView::submittedOn,
                        ReportView::returnedOn,
                        ReportView::reasons,
                        ReportView::acceptedOn,
                        ReportView::content)
                .containsExactly(DAY.plusDays(20), DAY.plusDays(10), List.of(), DAY.plusDays(30), WRITTEN);
    }

    @Test
    void whatIsOwedToTheReaderIsToldAtOnceAndNothingIsHandedIn() {
        Report report = Report.scheduled(PROJECT, slot(ReportKind.FINAL, 1, LocalDate.of(2023, 12, 31)));
        report.write(new ReportContent(
                null, List.of(result("a"), result("x"), result("a")), List.of(), List.of(), List.of(), null, null));
        ReportView before = report.view();
        assertThatThrownBy(() -> report.submit(Set.of("a", "c", "b"), DAY))
                .satisfies(Refusals.invalid(
                        "/content/summary required",
                        "/content/results/1/indicator unknown-indicator",
                        "/content/results/2/indicator twice",
                        "/content/lessonsLearned required",
                        "/content/sustainability required",
                        "/content/ownership required",
                        "/content/results missing-indicator",
                        "/content/results missing-indicator"));
        assertThat(report.view()).isEqualTo(before);
    }

    @Test
    void aFinalReportThatSaysEverythingIsHandedIn() {
        Report report = Report.scheduled(PROJECT, slot(ReportKind.FINAL, 1, LocalDate.of(2023, 12, 31)));
        report.write(new ReportContent(
                TEXT, List.of(result("a"), result("b")), List.of(), List.of(), List.of(TEXT), TEXT, TEXT));
        report.submit(Set.of("a", "b"), DAY);
        assertThat(report.status()).isEqualTo(ReportStatus.SUBMITTED);
    }

    @Test
    void whatWasSaidOnTheWayIsNotForThePublic() {
        Report report = written();
        report.submit(Set.of(), DAY);
        report.giveBack(List.of("Say more."), DAY);
        assertThat(report.view().forThePublic())
                .isEqualTo(new ReportView(
                        report.id(),
                        PROJECT,
                        ReportKind.INTERIM,
                        2,
                        SLOT.from(),
                        SLOT.to(),
                        SLOT.dueOn(),
                        ReportStatus.RETURNED,
                        WRITTEN,
                        DAY,
                        null,
                        List.of(),
                        null,
                        1));
    }
}
