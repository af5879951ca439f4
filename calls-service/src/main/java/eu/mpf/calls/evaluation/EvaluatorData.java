package eu.mpf.calls.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.subject.SubjectData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Who reviewed what. It is kept: a decision must be explicable for as long as it can be challenged or audited. */
@ApplicationScoped
class EvaluatorData implements SubjectData {

    private static final String REVIEWS = """
            SELECT e.id::text, a.reference, e.stage, e.status, e.assigned_at::text FROM (
                SELECT id, application_id, stage, status, assigned_at FROM evaluation WHERE evaluator = ?
                UNION ALL
                SELECT id, application_id, stage, 'VOIDED', assigned_at FROM voided_evaluation WHERE evaluator = ?
            ) e JOIN application a ON a.id = e.application_id ORDER BY e.id""";

    private final Sql sql;
    private final PersonHash hashes;
    private final ObjectMapper json;

    EvaluatorData(Sql sql, PersonHash hashes, ObjectMapper json) {
        this.sql = sql;
        this.hashes = hashes;
        this.json = json;
    }

    @Override
    public String name() {
        return "evaluations";
    }

    @Override
    public List<? extends JsonNode> export(String personHash) {
        return evaluators(personHash).stream()
                .flatMap(evaluator -> sql
                        .list(
                                REVIEWS,
                                row -> {
                                    ObjectNode review = json.createObjectNode();
                                    review.put("evaluation", row.getString(1));
                                    review.put("application", row.getString(2));
                                    review.put("stage", row.getString(3));
                                    review.put("status", row.getString(4));
                                    review.put("assignedAt", row.getString(5));
                                    return review;
                                },
                                evaluator,
                                evaluator)
                        .stream())
                .toList();
    }

    @Override
    public Erased erase(String personHash) {
        return new Erased(0, export(personHash).size());
    }

    /** Accounts are not hashed here; a call has dozens of evaluators, not thousands. */
    private List<String> evaluators(String personHash) {
        return sql
                .list(
                        "SELECT evaluator FROM evaluation UNION SELECT evaluator FROM voided_evaluation",
                        row -> row.getString(1))
                .stream()
                .filter(evaluator -> hashes.ofSubject(evaluator).equals(personHash))
                .toList();
    }
}
