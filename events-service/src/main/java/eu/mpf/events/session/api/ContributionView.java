package eu.mpf.events.session.api;

import eu.mpf.events.session.ContributionRole;
import eu.mpf.events.sql.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A contribution as clients read it: name, post and body as at the event.
 *
 * @param organisation code of the organisation
 * @param type code of the partnership type the project stood for
 */
@Schema(name = "Contribution")
public record ContributionView(
        UUID id,
        UUID sessionId,
        int position,
        ContributionRole role,
        UUID personId,
        @Nullable String honorific,
        String name,
        @Nullable String post,
        @Nullable String unit,
        @Nullable String organisation,
        @Nullable String organisationName,
        @Nullable ProjectLink project,
        @Nullable String type) {

    static final String COLUMNS = """
            c.*, p.project_id, p.acronym AS project_acronym, p.title AS project_title,
            coalesce(c.organisation_name, o.name) AS body_name""";
    static final String FROM = """
            contribution c
            JOIN session s ON s.id = c.session_id
            JOIN event e ON e.id = s.event_id
            LEFT JOIN known_project p ON p.code = c.project_code
            LEFT JOIN known_organisation o ON o.code = c.organisation_code""";

    /** What is shown of project and body, which change without the contribution. */
    static @Nullable Object[] shown(ResultSet row) throws SQLException {
        return new @Nullable Object[] {
            row.getString("project_id"),
            row.getString("project_acronym"),
            row.getString("project_title"),
            row.getString("body_name")
        };
    }

    static ContributionView of(ResultSet row) throws SQLException {
        String code = row.getString("project_code");
        return new ContributionView(
                row.getObject("id", UUID.class),
                row.getObject("session_id", UUID.class),
                row.getInt("position"),
                ContributionRole.valueOf(row.getString("role")),
                row.getObject("person_id", UUID.class),
                row.getString("honorific"),
                row.getString("name"),
                row.getString("post"),
                row.getString("unit"),
                row.getString("organisation_code"),
                row.getString("body_name"),
                code == null
                        ? null
                        : new ProjectLink(
                                code,
                                row.getString("project_id"),
                                row.getString("project_acronym"),
                                Json.optionalText(row.getString("project_title"))),
                row.getString("type_code"));
    }
}
