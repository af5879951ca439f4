package eu.mpf.gateway.subject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.gateway.database.Columns;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Reads requests with all answers to them, in one statement. */
@ApplicationScoped
public class SubjectRequestRows {

    /** The alias is {@code r}. */
    public static final String COLUMNS = """
            r.id, r.kind, r.reason, r.services, r.created_at, r.completed_at,
            ARRAY(SELECT p.id::text FROM data_subject_request p WHERE p.part_of = r.id ORDER BY p.id) AS parts,
            (SELECT COALESCE(jsonb_agg(jsonb_build_object(
                      'service', a.service, 'counts', a.counts, 'kept', a.kept, 'answeredAt', a.answered_at)
                      ORDER BY a.service, a.request_id), '[]')
             FROM data_subject_answer a JOIN data_subject_request p ON p.id = a.request_id
             WHERE p.id = r.id OR p.part_of = r.id) AS answers""";

    private static final TypeReference<List<SubjectRequest.Answer>> ANSWERS = new TypeReference<>() {};

    private final ObjectMapper json;

    SubjectRequestRows(ObjectMapper json) {
        this.json = json;
    }

    /** The request in a row of {@link #COLUMNS}. */
    public SubjectRequest request(ResultSet row) throws SQLException {
        try {
            return new SubjectRequest(
                    row.getObject("id", UUID.class),
                    RequestKind.valueOf(row.getString("kind")),
                    row.getString("reason"),
                    Columns.texts(row, "services"),
                    Columns.texts(row, "parts").stream().map(UUID::fromString).toList(),
                    json.readValue(row.getString("answers"), ANSWERS),
                    Columns.time(row, "created_at"),
                    Sql.instant(row, "completed_at"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored answers are always read again", e);
        }
    }
}
