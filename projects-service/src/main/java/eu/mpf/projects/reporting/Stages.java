package eu.mpf.projects.reporting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When reminders are sent. On any day a report is in one stage at most: the latest that has come. What was missed while
 * the service was away is made up for until the next stage begins, and never after the last stage has run out.
 */
final class Stages {

    private final List<Integer> days;
    private final int lastWithin;

    /** @param days from the day a report is due, negative before it; @param lastWithin days the last stage lasts */
    Stages(List<Integer> days, int lastWithin) {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("reminders need at least one day");
        }
        this.days = days.stream().sorted().toList();
        this.lastWithin = lastWithin;
    }

    /** The stage of a day, named by its distance from the day the report is due; absent before the first and after the last. */
    @Nullable
    Integer at(LocalDate dueOn, LocalDate today) {
        long passed = ChronoUnit.DAYS.between(dueOn, today);
        if (passed >= days.getLast() + (long) lastWithin) {
            return null;
        }
        return days.stream().filter(day -> day <= passed).reduce((a, b) -> b).orElse(null);
    }

    /** The earliest day a report can have been due to be in a stage today. */
    LocalDate earliestDue(LocalDate today) {
        return today.minusDays(days.getLast() + (long) lastWithin - 1);
    }

    /** The latest day a report can be due to be in a stage today. */
    LocalDate latestDue(LocalDate today) {
        return today.minusDays(days.getFirst());
    }
}
