package eu.mpf.calls.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.Accounts;
import eu.mpf.web.subject.SubjectData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The people around applications. What was written in a letter stays: it is the record of a decision. */
@ApplicationScoped
class ContactData implements SubjectData {

    private static final String EXPORT = "SELECT a.reference, a.call_key, c.name, c.address, c.language, c.main"
            + " FROM application_contact c JOIN application a ON a.id = c.application_id"
            + " WHERE c.person_hash = ? OR c.subject = ? ORDER BY a.reference, c.subject";

    private static final String LETTERS = "SELECT count(*) FROM decision_letter l JOIN application_contact c"
            + " ON c.application_id = l.application_id AND c.main WHERE c.person_hash = ? OR c.subject = ?";

    /** Without those an applicant named, whose address no token told. */
    private static final String PAIRS = "SELECT DISTINCT subject, person_hash FROM application_contact"
            + " WHERE person_hash IS NOT NULL AND subject <> '' AND subject NOT LIKE 'partner/%'";

    private final Sql sql;
    private final Accounts accounts;
    private final ObjectMapper json;

    ContactData(Sql sql, Accounts accounts, ObjectMapper json) {
        this.sql = sql;
        this.accounts = accounts;
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
                    contact.put("receivesLetters", row.getBoolean(6));
                    return contact;
                },
                personHash,
                account(personHash));
    }

    private @Nullable String account(String personHash) {
        return accounts.in("application_contact", "subject", personHash).orElse(null);
    }

    @Override
    public Set<String> otherNames(String personHash) {
        return accounts.otherNames(personHash, PAIRS);
    }

    @Override
    public Erased erase(String personHash) {
        int letters = sql.first(LETTERS, row -> row.getInt(1), personHash, account(personHash))
                .orElse(0);
        return new Erased(
                sql.update(
                        "DELETE FROM application_contact WHERE person_hash = ? OR subject = ?",
                        personHash,
                        account(personHash)),
                letters);
    }
}
