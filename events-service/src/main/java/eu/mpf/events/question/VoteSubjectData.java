package eu.mpf.events.question;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.sql.Json;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.SubjectData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Which questions a person voted for. Erasing takes the vote's owner, not the vote. */
@ApplicationScoped
class VoteSubjectData implements SubjectData {
    private final Sql sql;

    VoteSubjectData(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "votes";
    }

    @Override
    public List<JsonNode> export(String personHash) {
        return sql.list("""
                SELECT to_jsonb(x) AS data FROM (
                  SELECT q.id AS question, q.session_id AS session, q.text FROM question_vote v
                  JOIN question q ON q.id = v.question_id WHERE v.voter = ? ORDER BY q.id) x
                """, row -> Json.read(row.getString("data"), JsonNode.class), personHash);
    }

    @Override
    public Erased erase(String personHash) {
        return new Erased(sql.update("DELETE FROM question_vote WHERE voter = ?", personHash), 0);
    }
}
