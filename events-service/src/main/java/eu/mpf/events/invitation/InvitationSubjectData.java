package eu.mpf.events.invitation;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.sql.Json;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.SubjectData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What invitations hold of a person. */
@ApplicationScoped
class InvitationSubjectData implements SubjectData {
    private final Sql sql;

    InvitationSubjectData(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "invitations";
    }

    @Override
    public List<JsonNode> export(String personHash) {
        return sql.list("""
                SELECT to_jsonb(x) AS data FROM (
                  SELECT i.id, e.key AS event, i.address, i.name, i.category, i.language, i.created_at
                  FROM invitation i JOIN event e ON e.id = i.event_id WHERE i.address_hash = ? ORDER BY i.id) x
                """, row -> Json.read(row.getString("data"), JsonNode.class), personHash);
    }

    @Override
    public Erased erase(String personHash) {
        return new Erased(sql.update("DELETE FROM invitation WHERE address_hash = ?", personHash), 0);
    }
}
