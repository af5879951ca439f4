package eu.mpf.projects.project;

import eu.mpf.web.json.StoredJson;
import eu.mpf.web.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads a project from a row of {@code project} or {@code project_version}, joined with its lead's name. */
@ApplicationScoped
class ProjectRows {

    /** Columns that both tables have, under alias {@code p}; the lead under {@code o}. */
    static final String COLUMNS = """
            p.id, p.version, p.code, p.kind, p.status, p.status_since, p.status_reason, p.contracted_on, p.visibility, \
            p.money_public, p.details, p.grant_id, p.application_id, p.call_id, p.call_key, p.valid_from, p.created_at, p.updated_at, \
            o.name AS lead_name""";

    static final String TODAY = "project p LEFT JOIN organisation o ON o.code = p.lead_code";

    /** Every version of every project, found by what finds the project today. */
    static final String VERSIONS = """
            (SELECT v.*, v.project_id AS id, lower(v.valid) AS valid_from, c.search
             FROM project_version v JOIN project c ON c.id = v.project_id) p""";

    static final String AS_OF = VERSIONS + " LEFT JOIN organisation o ON o.code = p.lead_code";

    private final StoredJson json;

    ProjectRows(StoredJson json) {
        this.json = json;
    }

    ProjectView read(ResultSet row) throws SQLException {
        return StoredProject.read(row).view(json);
    }

    /** What the reader may see of the projects of a page. */
    Page<ProjectView> shown(Page<StoredProject> page, ProjectSight sight) {
        return new Page<>(new ShownProjects(page.items(), sight, json), page.nextPageToken(), page.count());
    }
}
