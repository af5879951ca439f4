package eu.mpf.web.subject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Gives out an export while it may be fetched. */
@ApplicationScoped
public class SubjectExportService {
    private final Sql sql;
    private final ObjectMapper json;

    SubjectExportService(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** @throws ProblemException 404 if there is no such export, or no longer */
    @Transactional
    public JsonNode read(UUID request) {
        return find(request).orElseThrow(() -> ProblemException.notFound("export", request));
    }

    /** As {@link #read}, or empty. */
    @Transactional
    public Optional<JsonNode> find(UUID request) {
        Optional<String> content = sql.first(
                "SELECT content FROM subject_request WHERE id = ? AND content IS NOT NULL",
                row -> row.getString(1),
                request);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readTree(content.get()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("jsonb is JSON", e);
        }
    }
}
