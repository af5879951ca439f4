package eu.mpf.calls.clarification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.Accounts;
import eu.mpf.web.subject.SubjectData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Who asked about a call. Question and answer are everybody's and stay; an erased person asked none of them. */
@ApplicationScoped
class AskerData implements SubjectData {
    private final Sql sql;
    private final Accounts accounts;

    AskerData(Sql sql, Accounts accounts) {
        this.sql = sql;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "clarifications";
    }

    @Override
    public List<? extends JsonNode> export(String personHash) {
        return sql.list(
                "SELECT k.key, q.question, q.answer, q.asked_at, q.language FROM clarification q JOIN call k ON k.id = q.call_id"
                        + " WHERE q.asked_by = ? ORDER BY q.asked_at, q.id",
                row -> JsonNodeFactory.instance
                        .objectNode()
                        .put("call", row.getString(1))
                        .put("question", row.getString(2))
                        .put("answer", row.getString(3))
                        .put("language", row.getString("language"))
                        .put("askedAt", String.valueOf(Sql.instant(row, "asked_at"))),
                accounts.in("clarification", "asked_by", personHash).orElse(null));
    }

    @Override
    public Erased erase(String personHash) {
        return new Erased(
                sql.update(
                        "UPDATE clarification SET asked_by = '', version = version + 1 WHERE asked_by = ?",
                        accounts.in("clarification", "asked_by", personHash).orElse(null)),
                0);
    }
}
