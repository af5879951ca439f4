package eu.mpf.calls.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.SubjectData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The people to whom letters about applications go. What was written in a letter stays: it is the record of a decision. */
@ApplicationScoped
class ContactData implements SubjectData {

    private static final String EXPORT = "SELECT a.reference, a.call_key, a.contact->>'name', a.contact->>'email',"
            + " a.contact->>'language' FROM application a WHERE a.contact_hash = ? ORDER BY a.reference";

    private static final String LETTERS = "SELECT count(*) FROM decision_letter l JOIN application a"
            + " ON a.id = l.application_id WHERE a.contact_hash = ?";

    // A draft that is being saved has the old version, and cannot write the address back.
    private static final String ERASE = "UPDATE application SET contact = NULL, contact_hash = NULL,"
            + " version = version + 1 WHERE contact_hash = ?";

    private final Sql sql;
    private final ObjectMapper json;

    ContactData(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public String name() {
        return "application-contacts";
    }

    @Override
    public List<? extends JsonNode> export(String personHash) {
        return sql.list(
                EXPORT,
                row -> {
                    ObjectNode contact = json.createObjectNode();
                    contact.put("application", row.getString(1));
                    contact.put("call", row.getString(2));
                    contact.put("name", row.getString(3));
                    contact.put("email", row.getString(4));
                    contact.put("language", row.getString(5));
                    return contact;
                },
                personHash);
    }

    @Override
    public Erased erase(String personHash) {
        int letters = sql.first(LETTERS, row -> row.getInt(1), personHash).orElse(0);
        return new Erased(sql.update(ERASE, personHash), letters);
    }
}
