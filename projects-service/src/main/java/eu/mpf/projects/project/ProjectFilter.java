package eu.mpf.projects.project;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which projects are wanted. Values of one field are joined by OR, fields by AND.
 *
 * @param asOf the day whose portfolio is meant; absent for today's
 * @param notPresented only projects that no event has presented
 */
public record ProjectFilter(
        @Nullable String q,
        List<String> code,
        List<ProjectStatus> status,
        List<ProjectKind> kind,
        List<String> theme,
        List<String> fund,
        List<String> country,
        List<String> region,
        List<String> type,
        List<String> lead,
        List<String> callId,
        List<String> grantId,
        @Nullable LocalDate startedAfter,
        @Nullable LocalDate startedBefore,
        boolean notPresented,
        @Nullable LocalDate asOf) {

    /** Whether there is a question in words. */
    public boolean asked() {
        return q != null && !q.isBlank();
    }

    /** The question in words; empty if there is none. */
    public String question() {
        return q == null ? "" : q.strip();
    }
}
