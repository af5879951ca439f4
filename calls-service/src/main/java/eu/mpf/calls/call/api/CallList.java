package eu.mpf.calls.call.api;

import eu.mpf.calls.call.CallFilter;
import eu.mpf.calls.call.CallStatus;
import eu.mpf.calls.call.DeadlineModel;
import eu.mpf.calls.call.Scope;
import eu.mpf.web.json.StoredJson;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.page.SqlList;
import eu.mpf.web.value.BindingLanguage;
import eu.mpf.web.value.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of calls, one statement. */
@ApplicationScoped
class CallList {

    private final Listing listing;
    private final StoredJson stored;

    CallList(Listing listing, StoredJson stored) {
        this.listing = listing;
        this.stored = stored;
    }

    Page<CallSummary> page(PageParams params, CallFilter filter, boolean drafts) {
        SqlList<CallSummary> calls = listing.<CallSummary>select("c.id, c.key, c.terms->>'title', " + CallFilter.STATUS
                        + ", c.terms->>'deadlineModel', c.edition, c.opens_at, c.deadline_at,"
                        + " ARRAY(SELECT f->>'code' FROM jsonb_array_elements(c.terms->'funds') f),"
                        + " c.terms->'regions', c.terms->'scope', c.terms->>'bindingLanguage'")
                .from("call c")
                .sortable("key", "c.key", SortType.TEXT)
                .sortable("deadlineAt", "c.deadline_at", SortType.INSTANT)
                .sortable("opensAt", "c.opens_at", SortType.INSTANT)
                .idColumn("c.id")
                .defaultSort("key");
        return filter.narrow(calls, drafts).page(params, this::row);
    }

    private CallSummary row(ResultSet row) throws SQLException {
        LocalizedText title = stored.read(row.getString(3), LocalizedText.class);
        String written = row.getString(11);
        Scope scope = written == null ? Scope.OPEN : stored.read(written, Scope.class);
        return new CallSummary(
                row.getObject(1, UUID.class),
                row.getString(2),
                title,
                CallStatus.valueOf(row.getString(4)),
                DeadlineModel.valueOf(row.getString(5)),
                row.getInt(6),
                instant(row, 7),
                instant(row, 8),
                List.of((String[]) row.getArray(9).getArray()),
                List.of(stored.read(row.getString(10), String[].class)),
                scope.themes(),
                scope.countries(),
                scope.applicantKinds(),
                BindingLanguage.of(row.getString(12), title));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
