package eu.mpf.projects.project;

import eu.mpf.web.json.StoredJson;
import eu.mpf.web.value.BindingLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a project from a row of {@code project} or {@code project_version}, joined with its lead's name. */
@ApplicationScoped
class ProjectRows {

    /** Columns that both tables have, under alias {@code p}; the lead under {@code o}. */
    static final String COLUMNS = """
            p.id, p.version, p.code, p.status, p.status_since, p.status_reason, p.contracted_on, p.visibility, p.money_public, \
            p.details, p.grant_id, p.application_id, p.call_id, p.call_key, p.valid_from, p.created_at, p.updated_at, \
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
        ProjectDetails d = json.read(row.getBytes("details"), ProjectDetails.class);
        ProjectStatus status = ProjectStatus.valueOf(row.getString("status"));
        String leadName = d.leadName() == null ? row.getString("lead_name") : d.leadName();
        return new ProjectView(
                row.getObject("id", UUID.class),
                row.getString("code"),
                d.reference(),
                d.acronym(),
                d.acronymVariants(),
                d.kind(),
                d.title(),
                d.summary(),
                status,
                row.getObject("status_since", LocalDate.class),
                row.getString("status_reason"),
                GranteeStanding.of(d.kind(), status, row.getObject("contracted_on") != null),
                Visibility.valueOf(row.getString("visibility")),
                d.leadOrganisation(),
                leadName,
                d.partners(),
                d.beneficiaries(),
                d.memberStates(),
                d.partnerCountries(),
                d.region(),
                d.themes(),
                d.startDate(),
                d.endDate(),
                d.fund(),
                d.budget(),
                row.getBoolean("money_public"),
                d.inKind(),
                d.activities(),
                d.notes(),
                d.predecessor(),
                BindingLanguage.of(d.bindingLanguage(), d.title()),
                row.getObject("grant_id", UUID.class),
                row.getString("application_id"),
                row.getString("call_id"),
                row.getString("call_key"),
                validFrom(row),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                row.getLong("version"));
    }

    private static LocalDate validFrom(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("valid_from", LocalDate.class);
        // A version that a correction took over is true on no day; it is shown with the day its status began.
        return from == null ? row.getObject("status_since", LocalDate.class) : from;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        // Not as OffsetDateTime, which the driver puts together of six objects.
        @Nullable Timestamp time = row.getTimestamp(column);
        if (time == null) {
            throw new SQLException(column + " is missing");
        }
        return time.toInstant();
    }
}
