package eu.mpf.calls.application.api;

import eu.mpf.calls.application.ApplicationStatus;
import eu.mpf.calls.application.Sight;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of what a caller may see, one statement. */
@ApplicationScoped
class ApplicationList {

    private final Listing listing;

    ApplicationList(Listing listing) {
        this.listing = listing;
    }

    Page<ApplicationSummary> page(
            PageParams params,
            Sight sight,
            boolean internal,
            @Nullable UUID callId,
            List<ApplicationStatus> status,
            List<String> fund,
            List<String> lead) {
        // Applicants see and filter by what they were told.
        String state = internal ? "a.status" : "COALESCE(a.told, a.status)";
        return listing.<ApplicationSummary>select("a.id, a.reference, a.call_id, a.call_key, a.organisation, " + state
                        + ", a.fund, a.submitted_at, a.updated_at")
                .from("application a")
                .where(sight.condition(), sight.arguments().toArray())
                .whereIf(callId != null, "a.call_id = ?", callId)
                .whereIf(!status.isEmpty(), state + " = ANY(?)", status)
                .whereIf(!fund.isEmpty(), "a.fund = ANY(?)", fund)
                .whereIf(!lead.isEmpty(), "a.organisation = ANY(?)", lead)
                .sortableNotNull("reference", "a.reference", SortType.TEXT)
                .sortableNotNull("updatedAt", "a.updated_at", SortType.INSTANT)
                .sortable("submittedAt", "a.submitted_at", SortType.INSTANT)
                .idColumn("a.id")
                .defaultSort("reference")
                .page(params, ApplicationList::row);
    }

    private static ApplicationSummary row(ResultSet row) throws SQLException {
        OffsetDateTime submitted = row.getObject(8, OffsetDateTime.class);
        Instant submittedAt = submitted == null ? null : submitted.toInstant();
        return new ApplicationSummary(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                ApplicationStatus.valueOf(row.getString(6)),
                row.getString(7),
                submittedAt,
                row.getObject(9, OffsetDateTime.class).toInstant());
    }
}
