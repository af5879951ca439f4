package eu.mpf.calls.exchange;

import eu.mpf.calls.call.CallFilter;
import eu.mpf.calls.call.CallStatus;
import eu.mpf.calls.call.CallTerms;
import eu.mpf.web.json.StoredJson;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.page.SqlList;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls for exports, through a cursor. */
@ApplicationScoped
public class PublishedCalls {

    private static final String COLUMNS = "c.id, c.key, " + CallFilter.STATUS
            + ", c.edition, c.opens_at, c.deadline_at, c.created_at, c.published_at,"
            + " coalesce((SELECT max(e.in_force_from) FROM call_edition e WHERE e.call_id = c.id), c.created_at), c.terms";

    private final Listing listing;
    private final StoredJson stored;

    PublishedCalls(Listing listing, StoredJson stored) {
        this.listing = listing;
        this.stored = stored;
    }

    /** @param drafts whether the reader may see drafts */
    public void forEach(PageParams params, CallFilter filter, boolean drafts, Consumer<PublishedCall> reader) {
        list(filter, drafts).checkOrder(params).stream(params, this::row, reader);
    }

    /** One published call; empty for a draft. */
    public Optional<PublishedCall> find(UUID id) {
        return list(CallFilter.ALL, false).where("c.id = ?", id).page(new PageParams(), this::row).items().stream()
                .findFirst();
    }

    private SqlList<PublishedCall> list(CallFilter filter, boolean drafts) {
        SqlList<PublishedCall> list = listing.<PublishedCall>select(COLUMNS)
                .from("call c")
                .sortable("key", "c.key", SortType.TEXT)
                .sortable("deadlineAt", "c.deadline_at", SortType.INSTANT)
                .sortable("opensAt", "c.opens_at", SortType.INSTANT)
                .idColumn("c.id")
                .defaultSort("key");
        return filter.narrow(list, drafts);
    }

    private PublishedCall row(ResultSet row) throws SQLException {
        return new PublishedCall(
                row.getObject(1, UUID.class),
                row.getString(2),
                CallStatus.valueOf(row.getString(3)),
                row.getInt(4),
                instant(row, 5),
                instant(row, 6),
                Objects.requireNonNull(instant(row, 7)),
                instant(row, 8),
                Objects.requireNonNull(instant(row, 9)),
                stored.read(row.getString(10), CallTerms.class));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
