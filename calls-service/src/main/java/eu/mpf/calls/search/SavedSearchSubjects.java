package eu.mpf.calls.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.SubjectData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The searches somebody keeps. An erased one is gone with its alerts. */
@ApplicationScoped
class SavedSearchSubjects implements SubjectData {

    private final Sql sql;

    SavedSearchSubjects(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "saved-searches";
    }

    @Override
    public List<? extends JsonNode> export(String personHash) {
        return sql.list(
                "SELECT name, address, language, created_at FROM saved_search WHERE person_hash = ? ORDER BY id",
                row -> JsonNodeFactory.instance
                        .objectNode()
                        .put("name", row.getString("name"))
                        .put("address", row.getString("address"))
                        .put("language", row.getString("language"))
                        .put("createdAt", String.valueOf(Sql.instant(row, "created_at"))),
                personHash);
    }

    @Override
    public Erased erase(String personHash) {
        return new Erased(sql.update("DELETE FROM saved_search WHERE person_hash = ?", personHash), 0);
    }
}
