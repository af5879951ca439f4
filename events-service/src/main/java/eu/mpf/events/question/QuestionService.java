package eu.mpf.events.question;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.registration.ManageToken;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.time.DatabaseClock;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Questions from asking to answering, or to the session they go on in. */
@ApplicationScoped
@Transactional
public class QuestionService {
    // One vote per person, counted only if it is new: both in one statement, so a double click counts once.
    private static final String VOTE = """
        WITH vote AS (
          INSERT INTO question_vote (question_id, voter) VALUES (?, ?)
          ON CONFLICT DO NOTHING RETURNING question_id
        )
        UPDATE question SET votes = votes + 1, version = version + 1 WHERE id = (SELECT question_id FROM vote)
        """;
    private static final String VOTER = """
        SELECT r.address_hash FROM registration r JOIN session s ON s.event_id = r.event_id
        WHERE s.id = ? AND r.status <> 'WITHDRAWN' AND (r.id = ? OR r.subject = ?) ORDER BY r.id LIMIT 1
        """;

    private final QuestionRepository questions;
    private final ManageToken tokens;
    private final PersonHash hashes;
    private final Sql sql;
    private final AuditTrail audit;
    private final DatabaseClock clock;

    public QuestionService(
            QuestionRepository questions,
            ManageToken tokens,
            PersonHash hashes,
            Sql sql,
            AuditTrail audit,
            DatabaseClock clock) {
        this.questions = questions;
        this.tokens = tokens;
        this.hashes = hashes;
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws ProblemException 404 unless the session is on a public programme, 409 if its event was cancelled */
    public Question ask(UUID sessionId, String text) {
        String status = sql.first("""
            SELECT CASE WHEN s.status = 'CANCELLED' THEN s.status ELSE e.status END
            FROM session s JOIN event e ON e.id = s.event_id WHERE s.id = ?
            """, row -> row.getString(1), sessionId)
                .filter(found -> !found.equals("DRAFT"))
                .orElseThrow(() -> ProblemException.notFound("session", sessionId));
        if (status.equals("CANCELLED")) {
            throw new ProblemException(EventsProblem.STEP_NOT_POSSIBLE, "The session does not take place.");
        }
        Question question = new Question(sessionId, text.strip(), clock.now());
        // Without an audit entry, which would say who asked.
        questions.persistAndFlush(question);
        return question;
    }

    public Question approve(UUID sessionId, UUID id, long expectedVersion) {
        return change(sessionId, id, expectedVersion, "approve", null, Question::approve);
    }

    public Question reject(UUID sessionId, UUID id, long expectedVersion, String reason) {
        return change(sessionId, id, expectedVersion, "reject", reason, question -> question.reject(reason));
    }

    public Question answer(UUID sessionId, UUID id, long expectedVersion, String answer) {
        return change(sessionId, id, expectedVersion, "answer", null, question -> question.answer(answer, clock.now()));
    }

    /**
     * Counts a vote, once per person: somebody signed in, or somebody registered.
     *
     * @throws ProblemException 401 for anybody else, 409 unless the question is approved
     */
    public void upvote(UUID sessionId, UUID id, @Nullable String subject, @Nullable String registrationToken) {
        Question question = questions.get(sessionId, id);
        if (question.status() != QuestionStatus.APPROVED) {
            throw new ProblemException(EventsProblem.STEP_NOT_POSSIBLE, "Only approved questions are voted on.");
        }
        UUID registration = tokens.idIn(registrationToken).orElse(null);
        String voter = registration == null && subject == null
                ? null
                : sql.first(VOTER, row -> row.getString(1), sessionId, registration, subject)
                        .orElse(subject == null ? null : hashes.ofSubject(subject));
        if (voter == null) {
            throw new ProblemException(
                    CommonProblem.UNAUTHENTICATED,
                    "Voting needs a token, or the token of a registration for the event.");
        }
        questions.getEntityManager().detach(question);
        // Without an audit entry: it would outlive the vote's owner.
        sql.update(VOTE, id, voter);
    }

    /** To a follow-up of its session: the one named, or else the latest. */
    public Question carryOver(UUID sessionId, UUID id, long expectedVersion, @Nullable UUID followUpId) {
        UUID target = sql.first("""
            SELECT id FROM session
            WHERE parent_session_id = ? AND status = 'PLANNED' AND (?::uuid IS NULL OR id = ?)
            ORDER BY starts_at DESC NULLS LAST, id DESC LIMIT 1
            """, row -> row.getObject(1, UUID.class), sessionId, followUpId, followUpId)
                .orElseThrow(() -> new ProblemException(
                        EventsProblem.STEP_NOT_POSSIBLE, "There is no planned follow-up the question could go to."));
        return change(sessionId, id, expectedVersion, "carry-over", null, question -> carry(question, target));
    }

    /** All open questions of a session go on in its follow-up. */
    public int carryOverOpen(UUID sessionId, UUID followUpId) {
        List<Question> open = questions.open(sessionId);
        open.forEach(question -> {
            QuestionStatus before = question.status();
            carry(question, followUpId);
            audit.record("question.carry-over", "question", question.id(), before, question.status(), null);
        });
        return open.size();
    }

    private void carry(Question question, UUID followUpId) {
        Question continued = question.carryOver(followUpId);
        // The old row points at the new one, so the new one must be there first.
        questions.getEntityManager().persist(continued);
        questions.flush();
        sql.update(
                "INSERT INTO question_vote (question_id, voter) SELECT ?, voter FROM question_vote WHERE question_id ="
                        + " ?",
                continued.id(),
                question.id());
    }

    private Question change(
            UUID sessionId,
            UUID id,
            long expectedVersion,
            String verb,
            @Nullable String reason,
            Consumer<Question> change) {
        Question question = questions.get(sessionId, id);
        Versions.check(expectedVersion, question.version());
        QuestionStatus before = question.status();
        change.accept(question);
        questions.flush();
        audit.record("question." + verb, "question", id, before, question.status(), reason);
        return question;
    }
}
