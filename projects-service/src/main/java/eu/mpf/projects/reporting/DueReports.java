package eu.mpf.projects.reporting;

import eu.mpf.projects.project.ProjectAccess;
import eu.mpf.projects.project.Today;
import eu.mpf.web.json.StoredJson;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.page.SqlList;
import eu.mpf.web.security.Caller;
import eu.mpf.web.value.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is due or late over all projects whose contract holds, in one statement. */
@ApplicationScoped
public class DueReports {

    /** How far one looks ahead without being asked to. */
    private static final int DAYS_AHEAD = 60;

    private final Listing listing;
    private final StoredJson json;
    private final ProjectAccess access;
    private final Caller caller;

    DueReports(Listing listing, StoredJson json, ProjectAccess access, Caller caller) {
        this.listing = listing;
        this.json = json;
        this.access = access;
        this.caller = caller;
    }

    /** @param late only those whose day has passed, or only the others; both if absent */
    public Page<DueReport> page(
            @Nullable Boolean late, @Nullable LocalDate dueBefore, List<String> leads, PageParams params) {
        LocalDate today = Today.day();
        SqlList<DueReport> list = listing.<DueReport>select("r.*, p.code, p.details ->> 'title' AS title, p.lead_code")
                .from("report r JOIN project p ON p.id = r.project_id")
                .idColumn("r.id")
                .sortableNotNull("dueOn", "r.due_on", SortType.DATE)
                .sortableNotNull("projectCode", "p.code", SortType.TEXT)
                .defaultSort("dueOn")
                .where("r.status IN ('DRAFT', 'RETURNED') AND p.status IN ('CONTRACTED', 'RUNNING', 'SUSPENDED')")
                .where("r.due_on <= ?", dueBefore == null ? today.plusDays(DAYS_AHEAD) : dueBefore);
        if (late != null) {
            list.where(late ? "r.due_on < ?" : "r.due_on >= ?", today);
        }
        if (!leads.isEmpty()) {
            list.where("p.lead_code = ANY(?::text[])", leads);
        }
        if (!access.staff()) {
            // Of others' reports an organisation learns nothing, not even that they are late.
            list.where("p.lead_code = ?", caller.requireOrganisation());
        }
        return list.page(params, row -> read(row, today));
    }

    private DueReport read(ResultSet row, LocalDate today) throws SQLException {
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        int daysLate = (int) ChronoUnit.DAYS.between(dueOn, today);
        return new DueReport(
                row.getObject("id", UUID.class),
                row.getObject("project_id", UUID.class),
                row.getString("code"),
                json.read(row.getString("title"), LocalizedText.class),
                row.getString("lead_code"),
                ReportKind.valueOf(row.getString("kind")),
                row.getInt("number"),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                dueOn,
                ReportStatus.valueOf(row.getString("status")),
                daysLate > 0,
                daysLate);
    }
}
