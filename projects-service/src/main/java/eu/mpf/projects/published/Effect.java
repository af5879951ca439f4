package eu.mpf.projects.published;

import eu.mpf.projects.project.Budget;
import eu.mpf.projects.project.ProjectDetails;
import eu.mpf.web.value.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a project's record says once a published value is the current one. An unreadable value leaves it unknown. */
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
