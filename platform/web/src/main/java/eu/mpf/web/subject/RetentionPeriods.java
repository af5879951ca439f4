package eu.mpf.web.subject;

import static eu.mpf.web.adjustment.AdjustmentKind.RETENTION;

import eu.mpf.web.adjustment.Adjustments;
import eu.mpf.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;

/** How long each purpose keeps its data: what an administrator has set, else the configuration, else the rule. */
@ApplicationScoped
class RetentionPeriods {
    private static final String POINTER = "/period";

    /** Periods are compared by where they lead from one day, since months are not all as long. */
    private static final LocalDate SOME_DAY = LocalDate.of(2024, 1, 1);

    private final SubjectConfig config;
    private final Adjustments adjustments;

    RetentionPeriods(SubjectConfig config, Adjustments adjustments) {
        this.config = config;
        this.adjustments = adjustments;
    }

    Period now(RetentionRule rule) {
        return adjustments
                .find(RETENTION, rule.purpose())
                .map(set -> Period.parse(Objects.requireNonNull(set.value()).asText()))
                .filter(period -> isWithinBounds(rule, period))
                .orElseGet(() -> initial(rule));
    }

    Period initial(RetentionRule rule) {
        return config.retention().getOrDefault(rule.purpose(), rule.period());
    }

    /** Who runs the platform may have configured more than the rule's own bound. */
    Period longest(RetentionRule rule) {
        return isLonger(initial(rule), rule.longest()) ? initial(rule) : rule.longest();
    }

    /** @throws ProblemException 400 with a pointer for what is no period, or one outside the rule's bounds */
    Period checked(RetentionRule rule, String text) {
        Period period;
        try {
            period = Period.parse(text.strip());
        } catch (DateTimeException e) {
            throw ProblemException.invalid(POINTER, "invalid", "must be an ISO 8601 period such as P90D or P2Y");
        }
        if (!isWithinBounds(rule, period)) {
            throw ProblemException.invalid(
                    POINTER, "out-of-bounds", "must be between %s and %s".formatted(rule.shortest(), longest(rule)));
        }
        return period;
    }

    private boolean isWithinBounds(RetentionRule rule, Period period) {
        try {
            return !isLonger(rule.shortest(), period) && !isLonger(period, longest(rule));
        } catch (DateTimeException | ArithmeticException e) {
            return false; // beyond the calendar
        }
    }

    private static boolean isLonger(Period one, Period other) {
        return SOME_DAY.plus(one).isAfter(SOME_DAY.plus(other));
    }
}
