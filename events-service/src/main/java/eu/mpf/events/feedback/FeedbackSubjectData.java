package eu.mpf.events.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.sql.Json;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.subject.SubjectData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** On which sessions a person gave feedback. What they said is nobody's: there is no way to it from here. */
@ApplicationScoped
class FeedbackSubjectData implements SubjectData {
    private static final String SESSIONS = "SELECT DISTINCT session_id FROM feedback_giver ORDER BY session_id";

    private final Sql sql;
    private final PersonHash hashes;

    FeedbackSubjectData(Sql sql, PersonHash hashes) {
        this.sql = sql;
        this.hashes = hashes;
    }

    @Override
    public String name() {
        return "feedback";
    }

    @Override
    public List<JsonNode> export(String personHash) {
        return sessions().stream()
                .filter(session -> sql.first(
                                "SELECT 1 FROM feedback_giver WHERE session_id = ? AND giver = ?",
                                row -> true,
                                session,
                                FeedbackService.giver(hashes, session, personHash))
                        .isPresent())
                .map(session -> Json.read(Json.write(Map.of("session", session)), JsonNode.class))
                .toList();
    }

    @Override
    public Erased erase(String personHash) {
        return new Erased(
                sessions().stream()
                        .mapToInt(session -> sql.update(
                                "DELETE FROM feedback_giver WHERE session_id = ? AND giver = ?",
                                session,
                                FeedbackService.giver(hashes, session, personHash)))
                        .sum(),
                0);
    }

    private List<UUID> sessions() {
        return sql.list(SESSIONS, row -> row.getObject(1, UUID.class));
    }
}
