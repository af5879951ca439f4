package eu.mpf.projects.published;

import eu.mpf.projects.project.Budget;
import eu.mpf.projects.project.ProjectDetails;
import eu.mpf.web.value.Money;
import java.math.BigDecimal;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What a project's record says because of its current published values. An unreadable value leaves it unknown. */
final class Effect {

    private Effect() {}

    static ProjectDetails of(PublishedField field, Reading reading, ProjectDetails project) {
        Budget budget = project.money();
        return switch (field) {
            case PERIOD -> project.withDates(reading.from(), reading.to());
            case START -> project.withDates(reading.from(), project.endDate());
            case END -> project.withDates(project.startDate(), reading.to());
            case TOTAL -> project.withMoney(project.fund(), budget.withTotal(reading.amount()));
            case EU_SHARE -> project.withMoney(project.fund(), budget.withEuShare(reading.amount()));
            case NATIONAL_SHARE -> project.withMoney(project.fund(), budget.withNationalShare(reading.amount()));
            case SHARE ->
                project.withMoney(reading.fund() == null ? project.fund() : reading.fund(), share(reading, budget));
            case DURATION, KICK_OFF, CLOSING_EVENT, REQUESTED_TOTAL, REQUESTED_GRANT, MILESTONE, NOTE -> project;
        };
    }

    /**
     * What the record says once a value no longer holds and none takes its place: what it said is unknown, unless another
     * current value says it too. A record that says something else by now stays as it is, and so does the fund.
     *
     * @param current the other values that hold for the project, by field
     */
    static ProjectDetails without(
            PublishedField field, Reading reading, SortedMap<PublishedField, Reading> current, ProjectDetails project) {
        if (!of(field, reading, project).equals(project)) {
            return project;
        }
        ProjectDetails left = reading.amount() == null || field != PublishedField.SHARE
                ? of(field, Reading.NOTHING, project)
                : project.withMoney(project.fund(), project.money().withEuShare(null));
        for (var other : current.entrySet()) {
            if (saysTheSame(field).contains(other.getKey())) {
                left = of(other.getKey(), other.getValue(), left);
            }
        }
        return left;
    }

    private static Set<PublishedField> saysTheSame(PublishedField field) {
        return switch (field) {
            case PERIOD, START, END -> Set.of(PublishedField.PERIOD, PublishedField.START, PublishedField.END);
            case SHARE, EU_SHARE -> Set.of(PublishedField.SHARE, PublishedField.EU_SHARE);
            case TOTAL,
                    NATIONAL_SHARE,
                    DURATION,
                    KICK_OFF,
                    CLOSING_EVENT,
                    REQUESTED_TOTAL,
                    REQUESTED_GRANT,
                    MILESTONE,
                    NOTE -> Set.of();
        };
    }

    /** A share printed as an amount is the EU share; the rate is then derived from it and the total. */
    private static Budget share(Reading reading, Budget budget) {
        Money amount = reading.amount();
        if (amount != null) {
            return budget.withEuShare(amount).withRate(null);
        }
        @Nullable BigDecimal percent = reading.percent();
        return budget.withRate(percent);
    }
}
