package eu.mpf.events.form;

import com.fasterxml.jackson.core.type.TypeReference;
import eu.mpf.events.sql.Json;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the versions of each event's form. A version that was answered is never changed: a new one takes its place. */
@ApplicationScoped
@Transactional
public class FormService {
    private static final TypeReference<List<FormQuestion>> QUESTIONS = new TypeReference<>() {};

    private final Sql sql;
    private final AuditTrail audit;

    public FormService(Sql sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** As stored: {@code null} stands for an event that has no form. */
    public static RegistrationForm read(@Nullable Integer version, @Nullable String questions) {
        return version == null || questions == null
                ? RegistrationForm.NONE
                : new RegistrationForm(version, Json.read(questions, QUESTIONS));
    }

    /** The form as it is asked now. */
    public RegistrationForm newest(UUID eventId) {
        return sql.first(
                        "SELECT version, questions FROM registration_form WHERE event_id = ? ORDER BY version DESC LIMIT 1",
                        row -> read(row.getInt("version"), row.getString("questions")),
                        eventId)
                .orElse(RegistrationForm.NONE);
    }

    /** @throws ProblemException 412 if somebody else wrote a version in between, even if both began with nothing */
    public RegistrationForm write(UUID eventId, long expectedVersion, FormDetails details) {
        FormRules.check(details.questions());
        long latest = sql.first("""
                        SELECT coalesce((SELECT max(f.version) FROM registration_form f WHERE f.event_id = e.id), 0)
                        FROM event e WHERE e.id = ? AND e.status IN ('DRAFT', 'PUBLISHED')
                        """, row -> row.getLong(1), eventId)
                .orElseThrow(() -> ProblemException.notFound("event that takes registrations", eventId));
        if (latest != expectedVersion) {
            throw overtaken();
        }
        RegistrationForm next = new RegistrationForm((int) expectedVersion + 1, details.questions());
        int stored = sql.update("""
                INSERT INTO registration_form (event_id, version, questions) VALUES (?, ?, ?::jsonb)
                ON CONFLICT DO NOTHING
                """, eventId, next.version(), Json.write(next.questions()));
        if (stored == 0) {
            throw overtaken();
        }
        audit.record("registration-form.write", "event", eventId, expectedVersion, next, null);
        return next;
    }

    private static ProblemException overtaken() {
        return new ProblemException(
                CommonProblem.VERSION_CONFLICT, "Somebody wrote this form in the meantime: read it again.");
    }
}
