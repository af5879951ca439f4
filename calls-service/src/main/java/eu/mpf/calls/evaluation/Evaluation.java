package eu.mpf.calls.evaluation;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.calls.scoring.Score;
import eu.mpf.calls.scoring.ScoringScheme;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.problem.Violations;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The review of an application by one evaluator. */
@Entity
@Table(name = "evaluation")
public class Evaluation {

    @Id
    private UUID id;

    @Column(name = "application_id")
    private UUID applicationId;

    @Column(name = "call_id")
    private UUID callId;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private String evaluator;

    @Enumerated(EnumType.STRING)
    private EvaluationStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, BigDecimal> marks;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> comments;

    private @Nullable BigDecimal total;
    private @Nullable Boolean passes;
    private @Nullable String conflict;

    @Column(name = "assigned_at")
    private Instant assignedAt;

    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    @Version
    private long version;

    protected Evaluation() {}

    Evaluation(UUID id, UUID applicationId, UUID callId, Stage stage, String evaluator, Instant now) {
        this.id = id;
        this.applicationId = applicationId;
        this.callId = callId;
        this.stage = stage;
        this.evaluator = evaluator;
        this.status = EvaluationStatus.ASSIGNED;
        this.marks = Map.of();
        this.comments = Map.of();
        this.assignedAt = now;
    }

    void write(Map<String, BigDecimal> newMarks, Map<String, String> newComments) {
        move(EvaluationCommand.SCORE);
        marks = newMarks;
        comments = newComments;
    }

    void declareConflict(String reason) {
        move(EvaluationCommand.DECLARE_CONFLICT);
        conflict = reason;
        marks = Map.of();
        comments = Map.of();
        total = null;
        passes = null;
    }

    /** Whether the assignment may be taken back. @throws ProblemException 409 */
    void release() {
        move(EvaluationCommand.RELEASE);
    }

    void submit(ScoringScheme scheme, Instant now) {
        EvaluationStatus submitted = after(EvaluationCommand.SUBMIT);
        refuseFaults(scheme, marks);
        status = submitted;
        Score score = scheme.score(marks);
        total = score.total();
        passes = score.passes();
        submittedAt = now;
    }

    /** @throws ProblemException 400 with a pointer for each mark that cannot stand */
    static void refuseFaults(ScoringScheme scheme, Map<String, BigDecimal> marks) {
        Violations faults = new Violations();
        scheme.faults(marks).forEach(fault -> faults.add("/marks" + fault.pointer(), "bad-mark", fault.reason()));
        faults.throwIfAny();
    }

    private void move(EvaluationCommand command) {
        status = after(command);
    }

    private EvaluationStatus after(EvaluationCommand command) {
        return status.after(command)
                .orElseThrow(() -> new ProblemException(
                        CallsProblem.EVALUATION_STATE,
                        "A review that is " + status + " does not allow " + command + "."));
    }

    public UUID id() {
        return id;
    }

    public UUID applicationId() {
        return applicationId;
    }

    public UUID callId() {
        return callId;
    }

    public Stage stage() {
        return stage;
    }

    public String evaluator() {
        return evaluator;
    }

    public EvaluationStatus status() {
        return status;
    }

    public Map<String, BigDecimal> marks() {
        return marks;
    }

    public Map<String, String> comments() {
        return comments;
    }

    public @Nullable BigDecimal total() {
        return total;
    }

    public @Nullable Boolean passes() {
        return passes;
    }

    public @Nullable String conflict() {
        return conflict;
    }

    public Instant assignedAt() {
        return assignedAt;
    }

    public @Nullable Instant submittedAt() {
        return submittedAt;
    }

    public long version() {
        return version;
    }
}
