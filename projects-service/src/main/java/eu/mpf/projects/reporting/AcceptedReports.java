package eu.mpf.projects.reporting;

import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What payments ask about reports. */
@ApplicationScoped
public class AcceptedReports {

    private final Sql sql;

    AcceptedReports(Sql sql) {
        this.sql = sql;
    }

    public boolean exists(UUID projectId, UUID reportId) {
        return any("id = ?", projectId, reportId);
    }

    public boolean accepted(UUID projectId, UUID reportId) {
        return any("id = ? AND status = 'ACCEPTED'", projectId, reportId);
    }

    /** Whether a final report is scheduled and not accepted yet. A project without a schedule owes none. */
    public boolean finalIsOwed(UUID projectId) {
        return any("kind = ? AND status <> 'ACCEPTED'", projectId, ReportKind.FINAL);
    }

    private boolean any(String condition, UUID projectId, Object value) {
        return sql.first(
                        "SELECT 1 FROM report WHERE project_id = ? AND " + condition + " LIMIT 1",
                        row -> true,
                        projectId,
                        value)
                .isPresent();
    }
}
