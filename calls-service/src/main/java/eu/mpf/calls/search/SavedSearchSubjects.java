package eu.mpf.calls.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.Accounts;
import eu.mpf.web.subject.SubjectData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The searches somebody keeps. An erased one is gone with its alerts. */
@ApplicationScoped
class SavedSearchSubjects implements SubjectData {

    private final Sql sql;
    private final Accounts accounts;

    SavedSearchSubjects(Sql sql, Accounts accounts) {
        this.sql = sql;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "saved-searches";
    }

    @Override
    public List<? extends JsonNode> export(String personHash) {
        return sql.list(
                "SELECT name, address, language, created_at FROM saved_search WHERE person_hash = ? OR subject = ? ORDER BY id",
                row -> JsonNodeFactory.instance
                        .objectNode()
                        .put("name", row.getString("name"))
                        .put("address", row.getString("address"))
                        .put("language", row.getString("language"))
                        .put("createdAt", String.valueOf(Sql.instant(row, "created_at"))),
                personHash,
                account(personHash));
    }

    private @Nullable String account(String personHash) {
        return accounts.in("saved_search", "subject", personHash).orElse(null);
    }

    @Override
    public Set<String> otherNames(String personHash) {
        return accounts.otherNames(
                personHash, "SELECT DISTINCT subject, person_hash FROM saved_search WHERE person_hash IS NOT NULL");
    }

    @Override
    public Erased erase(String personHash) {
        return new Erased(
                sql.update(
                        "DELETE FROM saved_search WHERE person_hash = ? OR subject = ?",
                        personHash,
                        account(personHash)),
                0);
    }
}
