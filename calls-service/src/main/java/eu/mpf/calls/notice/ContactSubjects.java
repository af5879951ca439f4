package eu.mpf.calls.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.SubjectData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** On which applications somebody works: the address for notices, nothing of the application itself. */
@ApplicationScoped
class ContactSubjects implements SubjectData {

    private final Sql sql;

    ContactSubjects(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "call-notice-contacts";
    }

    @Override
    public List<? extends JsonNode> export(String personHash) {
        return sql.list(
                "SELECT application_id, address, language FROM application_contact WHERE person_hash = ? ORDER BY application_id",
                row -> JsonNodeFactory.instance
                        .objectNode()
                        .put("application", row.getString("application_id"))
                        .put("address", row.getString("address"))
                        .put("language", row.getString("language")),
                personHash);
    }

    @Override
    public Erased erase(String personHash) {
        return new Erased(sql.update("DELETE FROM application_contact WHERE person_hash = ?", personHash), 0);
    }
}
