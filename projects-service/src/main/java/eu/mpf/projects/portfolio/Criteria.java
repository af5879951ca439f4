package eu.mpf.projects.portfolio;

import eu.mpf.projects.project.ProjectKind;
import eu.mpf.projects.project.ProjectStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which projects of the portfolio count. Empty lists and absent days leave open.
 *
 * @param code exactly these projects, where a set has been chosen by hand
 */
public record Criteria(
        List<String> code,
        List<ProjectStatus> status,
        List<ProjectKind> kind,
        List<String> fund,
        List<String> theme,
        @Nullable LocalDate startedAfter,
        @Nullable LocalDate startedBefore) {

    public static final Criteria ALL = new Criteria(List.of(), List.of(), List.of(), List.of(), List.of(), null, null);

    public Criteria {
        code = code == null ? List.of() : List.copyOf(code);
        status = status == null ? List.of() : List.copyOf(status);
        kind = kind == null ? List.of() : List.copyOf(kind);
        fund = fund == null ? List.of() : List.copyOf(fund);
        theme = theme == null ? List.of() : List.copyOf(theme);
    }
}
