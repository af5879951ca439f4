package eu.mpf.events.registration.api;

import eu.mpf.events.registration.CheckInCodes;
import eu.mpf.events.registration.RegistrationStatus;
import eu.mpf.events.shared.api.Answers;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads one registration for whoever may see it; to everybody else it does not exist. */
@ApplicationScoped
public class RegistrationReader {
    private final Sql sql;
    private final Registrant registrant;
    private final CheckInCodes codes;

    RegistrationReader(Sql sql, Registrant registrant, CheckInCodes codes) {
        this.sql = sql;
        this.registrant = registrant;
        this.codes = codes;
    }

    /** @throws ProblemException 404 */
    public Response answer(UUID registrationId, @Nullable String token) {
        return sql.first(
                        "SELECT %s FROM registration r WHERE r.id = ?".formatted(RegistrationView.COLUMNS),
                        row -> {
                            if (!registrant.mayTouch(registrationId, row.getString("subject"), token)) {
                                throw ProblemException.notFound("registration", registrationId);
                            }
                            return Answers.ok(
                                    withCode(RegistrationView.of(row)),
                                    row.getLong("version"),
                                    row.getString("position"),
                                    row.getString("sessions"));
                        },
                        registrationId)
                .orElseThrow(() -> ProblemException.notFound("registration", registrationId));
    }

    /** @throws ProblemException 404 unless this caller may see the registration */
    public void require(UUID registrationId, @Nullable String token) {
        String subject = sql.first(
                        "SELECT coalesce(subject, '') FROM registration WHERE id = ? AND erased_at IS NULL",
                        row -> row.getString(1),
                        registrationId)
                .orElseThrow(() -> ProblemException.notFound("registration", registrationId));
        if (!registrant.mayTouch(registrationId, subject.isEmpty() ? null : subject, token)) {
            throw ProblemException.notFound("registration", registrationId);
        }
    }

    /** @throws ProblemException 404 if there is no such registration, erased or not */
    void requireKnown(UUID registrationId) {
        if (sql.first("SELECT 1 FROM registration WHERE id = ?", row -> true, registrationId)
                .isEmpty()) {
            throw ProblemException.notFound("registration", registrationId);
        }
    }

    private RegistrationView withCode(RegistrationView view) {
        boolean comes = view.status() == RegistrationStatus.CONFIRMED || view.status() == RegistrationStatus.CHECKED_IN;
        return comes ? view.withCheckInCode(codes.of(view.id(), view.eventId())) : view;
    }
}
