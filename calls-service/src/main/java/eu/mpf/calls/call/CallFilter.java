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
        List<String> theme,
        List<String> sector,
        List<String> country,
        List<String> applicantKind,
        @Nullable Instant deadlineAfter,
        @Nullable Instant deadlineBefore) {

    /** Every call. */
    public static final CallFilter ALL = new CallFilter(
            null, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, null);

    /** What a call is at this moment, in SQL. */
    public static final String STATUS = "call_status(c.standing, c.spent, c.opens_at, c.deadline_at, platform_clock())";

    /**
     * What its key, title or summary says in any language, whatever stands around it, in SQL: neither case nor diacritics
     * count.
     */
    public static final String SAYS = "c.words LIKE within_plain(%s)";

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
                .whereIf(!theme.isEmpty(), "c.terms->'scope'->'themes' ?? ANY(?)", theme)
                .whereIf(!sector.isEmpty(), "c.terms->'scope'->'sectors' ?? ANY(?)", sector)
                .whereIf(!country.isEmpty(), isOpenTo("countries", "?"), country)
                .whereIf(!applicantKind.isEmpty(), isOpenTo("applicantKinds", "?"), applicantKind)
                .whereIf(q != null, SAYS.formatted("?"), q)
                .whereIf(deadlineAfter != null, "c.deadline_at > ?", timestamp(deadlineAfter))
                .whereIf(deadlineBefore != null, "c.deadline_at < ?", timestamp(deadlineBefore));
    }

    /** A call that names none is open to all. @param wanted an array, in SQL */
    public static String isOpenTo(String codes, String wanted) {
        return "(COALESCE(jsonb_array_length(c.terms->'scope'->'%1$s'), 0) = 0 OR c.terms->'scope'->'%1$s' ?? ANY(%2$s))"
                .formatted(codes, wanted);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
