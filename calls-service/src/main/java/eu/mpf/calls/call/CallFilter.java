package eu.mpf.calls.call;

import eu.mpf.web.page.SqlList;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a list of calls may be narrowed by; absent parts narrow nothing. The call's row is {@code c}. */
public record CallFilter(
        @Nullable String q,
        @Nullable String key,
        List<CallStatus> status,
        List<String> fund,
        List<String> region,
        @Nullable Instant deadlineAfter,
        @Nullable Instant deadlineBefore) {

    /** What a call is at this moment, in SQL. */
    public static final String STATUS = "call_status(c.standing, c.spent, c.opens_at, c.deadline_at, platform_clock())";

    /** Narrows a list. @param drafts whether the reader may see drafts */
    public <T> SqlList<T> narrow(SqlList<T> list, boolean drafts) {
        return list.whereIf(!drafts, "c.standing <> 'DRAFT'")
                .whereIf(key != null, "c.key = ?", key)
                .whereIf(!status.isEmpty(), STATUS + " = ANY(?)", status)
                .whereIf(
                        !fund.isEmpty(),
                        "EXISTS (SELECT 1 FROM jsonb_array_elements(c.terms->'funds') f WHERE f->>'code' = ANY(?))",
                        fund)
                .whereIf(!region.isEmpty(), "c.terms->'regions' ?? ANY(?)", region)
                .whereIf(q != null, "(c.key ILIKE ? OR c.terms->>'title' ILIKE ?)", like(), like())
                .whereIf(deadlineAfter != null, "c.deadline_at > ?", timestamp(deadlineAfter))
                .whereIf(deadlineBefore != null, "c.deadline_at < ?", timestamp(deadlineBefore));
    }

    private String like() {
        return "%"
                + (q == null ? "" : q.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")) + "%";
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
