package eu.mpf.events.reference;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.sql.Json;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks up what other services own, in this service's copies. */
@ApplicationScoped
public class References {
    private final Sql sql;

    public References(Sql sql) {
        this.sql = sql;
    }

    /** @param codeOrId code or id of the project */
    public Optional<KnownProject> project(String codeOrId) {
        return sql.first(
                "SELECT * FROM known_project WHERE code = ? OR project_id = ?",
                References::project,
                codeOrId,
                codeOrId);
    }

    /** The types of a typology version; empty while the version has not reached this service. */
    public Optional<List<KnownType>> typology(int version) {
        return sql.first("SELECT types FROM known_typology WHERE version = ?", row -> types(row.getString(1)), version);
    }

    /** @throws IllegalStateException if what was stored is not a list */
    public static List<KnownType> types(String json) {
        List<KnownType> types = new ArrayList<>();
        for (JsonNode type : Json.read(json, JsonNode.class)) {
            types.add(new KnownType(
                    type.path("code").asText(),
                    type.path("name"),
                    type.path("retired").asBoolean()));
        }
        return types;
    }

    private static KnownProject project(ResultSet row) throws SQLException {
        return new KnownProject(
                row.getString("code"),
                row.getString("project_id"),
                Json.text(row.getString("title")),
                row.getString("acronym"),
                row.getString("lead_organisation"),
                Json.read(row.getString("partners"), new TypeReference<List<String>>() {}));
    }
}
