package eu.mpf.projects.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A project to take into the portfolio.
 *
 * @param code stable and unique; made from the acronym or title if absent
 * @param effectiveOn the day from which it counts in the portfolio; today if absent
 */
public record NewProject(
        @Nullable String code,
        ProjectDetails details,
        Visibility visibility,
        boolean moneyPublic,
        @Nullable LocalDate effectiveOn) {}
