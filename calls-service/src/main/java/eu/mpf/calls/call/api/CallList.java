package eu.mpf.calls.call.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.calls.call.CallStatus;
import eu.mpf.calls.call.DeadlineModel;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.value.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of calls, one statement. */
@ApplicationScoped
class CallList {

    private static final String STATUS = "call_status(c.standing, c.opens_at, c.deadline_at, calls_clock())";

    private final Listing listing;
    private final ObjectMapper json;

    CallList(Listing listing, ObjectMapper json) {
        this.listing = listing;
        this.json = json;
    }

    Page<CallSummary> page(PageParams params, Filter filter, boolean drafts) {
        return listing.<CallSummary>select("c.id, c.key, c.terms->>'title', " + STATUS
                        + ", c.terms->>'deadlineModel', c.edition, c.opens_at, c.deadline_at,"
                        + " ARRAY(SELECT f->>'code' FROM jsonb_array_elements(c.terms->'funds') f)")
                .from("call c")
                .whereIf(!drafts, "c.standing <> 'DRAFT'")
                .whereIf(filter.key() != null, "c.key = ?", filter.key())
                .whereIf(!filter.status().isEmpty(), STATUS + " = ANY(?)", (Object) filter.statusNames())
                .whereIf(
                        !filter.fund().isEmpty(),
                        "EXISTS (SELECT 1 FROM jsonb_array_elements(c.terms->'funds') f WHERE f->>'code' = ANY(?))",
                        (Object) filter.fund().toArray(String[]::new))
                .whereIf(
                        filter.q() != null,
                        "(c.key ILIKE ? OR c.terms->>'title' ILIKE ?)",
                        filter.like(),
                        filter.like())
                .whereIf(filter.deadlineAfter() != null, "c.deadline_at > ?", timestamp(filter.deadlineAfter()))
                .whereIf(filter.deadlineBefore() != null, "c.deadline_at < ?", timestamp(filter.deadlineBefore()))
                .sortable("key", "c.key", SortType.TEXT)
                .sortable("deadlineAt", "c.deadline_at", SortType.INSTANT)
                .sortable("opensAt", "c.opens_at", SortType.INSTANT)
                .idColumn("c.id")
                .defaultSort("key")
                .page(params, this::row);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private CallSummary row(ResultSet row) throws SQLException {
        try {
            return new CallSummary(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    json.readValue(row.getString(3), LocalizedText.class),
                    CallStatus.valueOf(row.getString(4)),
                    DeadlineModel.valueOf(row.getString(5)),
                    row.getInt(6),
                    instant(row, 7),
                    instant(row, 8),
                    List.of((String[]) row.getArray(9).getArray()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored title", e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** What the list may be narrowed by; absent parts narrow nothing. */
    record Filter(
            @Nullable String q,
            @Nullable String key,
            List<CallStatus> status,
            List<String> fund,
            @Nullable Instant deadlineAfter,
            @Nullable Instant deadlineBefore) {

        String[] statusNames() {
            return status.stream().map(Enum::name).toArray(String[]::new);
        }

        String like() {
            return "%"
                    + (q == null
                            ? ""
                            : q.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")) + "%";
        }
    }
}
