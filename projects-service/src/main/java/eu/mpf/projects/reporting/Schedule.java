package eu.mpf.projects.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reports a project owes, by its rule and its dates. Pure: the same dates give the same schedule. */
final class Schedule {

    private Schedule() {}

    /**
     * A report that is owed.
     *
     * @param number counts the reports of its kind from 1
     * @param from first day of its period
     * @param to its last day
     */
    record Slot(ReportKind kind, int number, LocalDate from, LocalDate to, LocalDate dueOn) {}

    /**
     * Interim reports period by period, as long as a period ends before the action does, and the final report over all of
     * it. Without both dates nothing is owed yet.
     */
    static List<Slot> of(ReportingRule rule, @Nullable LocalDate start, @Nullable LocalDate end) {
        List<Slot> slots = new ArrayList<>();
        if (start == null || end == null) {
            return slots;
        }
        if (rule.interimEveryMonths() > 0) {
            // Counted from the start each time: a month's end does not wander with shorter months in between.
            for (int number = 1; ; number++) {
                LocalDate from = start.plusMonths((long) rule.interimEveryMonths() * (number - 1));
                LocalDate to = start.plusMonths((long) rule.interimEveryMonths() * number)
                        .minusDays(1);
                if (!to.isBefore(end)) {
                    break;
                }
                slots.add(new Slot(ReportKind.INTERIM, number, from, to, to.plusDays(rule.interimDueDays())));
            }
        }
        slots.add(new Slot(ReportKind.FINAL, 1, start, end, end.plusDays(rule.finalDueDays())));
        return slots;
    }
}
