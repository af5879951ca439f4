package eu.mpf.calls.consultation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.SubjectData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The people who are reminded of advice. */
@ApplicationScoped
class ConsultationContactData implements SubjectData {

    private final Sql sql;
    private final ObjectMapper json;

    ConsultationContactData(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public String name() {
        return "consultation-contacts";
    }

    @Override
    public List<? extends JsonNode> export(String personHash) {
        return sql.list(
                "SELECT body, contact, due_on FROM consultation WHERE contact_hash = ? ORDER BY id",
                row -> {
                    ObjectNode contact = json.createObjectNode();
                    contact.put("body", row.getString(1));
                    contact.put("email", row.getString(2));
                    contact.put("dueOn", row.getString(3));
                    return contact;
                },
                personHash);
    }

    @Override
    public Erased erase(String personHash) {
        int erased = sql.update(
                "UPDATE consultation SET contact = NULL, contact_hash = NULL, version = version + 1"
                        + " WHERE contact_hash = ?",
                personHash);
        return new Erased(erased, 0);
    }
}
