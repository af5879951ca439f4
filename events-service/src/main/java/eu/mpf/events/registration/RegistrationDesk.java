package eu.mpf.events.registration;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.event.EventStatus;
import eu.mpf.events.event.RegistrationPolicy;
import eu.mpf.events.session.SessionStatus;
import eu.mpf.events.sql.Json;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads, in one statement, everything that decides whether somebody may register. */
@ApplicationScoped
class RegistrationDesk {
    private static final String FACTS = """
            SELECT e.status, e.policy, coalesce(f.title, e.title) AS title, clock_timestamp() AS now,
                   (SELECT count(*) FROM seat_counter c
                    WHERE c.scope_id = e.id AND c.kind = 'SESSION' AND c.session_id = ANY (?::uuid[])) AS known_sessions,
                   EXISTS (SELECT FROM registration r
                           WHERE r.scope_id = ? AND r.address_hash = ? AND r.status <> 'WITHDRAWN') AS already,
                   f.status AS follow_up_status, f.invited_until, f.consent_carried, a.registration_id, a.consent
            FROM event e
            LEFT JOIN session f ON f.id = ? AND f.event_id = e.id AND f.parent_session_id IS NOT NULL
            LEFT JOIN session_audience a ON a.session_id = f.parent_session_id AND a.address_hash = ?
            WHERE e.id = ?
            """;

    private final Sql sql;

    RegistrationDesk(Sql sql) {
        this.sql = sql;
    }

    /**
     * Who may register, and how.
     *
     * @param title of the event or follow-up, in English if there is one
     * @param parentConsent what the parent's audience agreed to, where the follow-up carries it over
     */
    record Admission(
            RegistrationPolicy policy,
            String title,
            @Nullable Consent parentConsent) {}

    /** @throws ProblemException 404 for a draft, 400 for sessions that are not the event's, 409 when it is not possible now */
    Admission admit(UUID eventId, RegistrationDetails details, String addressHash) {
        UUID followUp = details.followUpId();
        UUID[] sessions =
                details.sessions() == null ? new UUID[0] : details.sessions().toArray(UUID[]::new);
        return sql.first(
                        FACTS,
                        row -> decide(eventId, details, sessions.length, row),
                        sessions,
                        followUp == null ? eventId : followUp,
                        addressHash,
                        followUp,
                        addressHash,
                        eventId)
                .orElseThrow(() -> ProblemException.notFound("event", eventId));
    }

    private static Admission decide(UUID eventId, RegistrationDetails details, int sessions, ResultSet row)
            throws SQLException {
        EventStatus status = EventStatus.valueOf(row.getString("status"));
        if (!status.isPublic()) {
            throw ProblemException.notFound("event", eventId);
        }
        if (details.followUpId() == null ? row.getInt("known_sessions") != sessions : sessions > 0) {
            throw ProblemException.invalid(
                    "/sessions", "unknown-session", "holds a session that cannot be chosen here");
        }
        if (row.getBoolean("already")) {
            throw SeatStatements.alreadyRegistered();
        }
        Instant now = Objects.requireNonNull(Sql.instant(row, "now"));
        RegistrationPolicy policy = Json.read(row.getString("policy"), RegistrationPolicy.class);
        Consent carried = null;
        if (details.followUpId() == null) {
            if (status != EventStatus.PUBLISHED || !policy.openAt(now)) {
                throw closed();
            }
        } else {
            carried = forFollowUp(row, status, now);
            // What was asked of the day's audience was asked; its approval is not needed twice.
            policy = RegistrationPolicy.OPEN;
        }
        return new Admission(policy, Json.text(row.getString("title")).get(List.of(Locale.ENGLISH)), carried);
    }

    private static @Nullable Consent forFollowUp(ResultSet row, EventStatus event, Instant now) throws SQLException {
        String status = row.getString("follow_up_status");
        if (status == null) {
            throw ProblemException.invalid("/followUpId", "unknown-follow-up", "is no follow-up of this event");
        }
        if (event == EventStatus.CANCELLED || SessionStatus.valueOf(status) != SessionStatus.PLANNED) {
            throw closed();
        }
        UUID parentRegistration = row.getObject("registration_id", UUID.class);
        Instant invitedUntil = Sql.instant(row, "invited_until");
        if (parentRegistration == null) {
            if (invitedUntil != null && now.isBefore(invitedUntil)) {
                throw new ProblemException(
                        EventsProblem.INVITATION_ONLY,
                        "Until %s registration is open to the audience of the session before.".formatted(invitedUntil));
            }
            return null;
        }
        return row.getBoolean("consent_carried")
                ? Json.read(row.getString("consent"), Consent.class).carriedFrom(parentRegistration)
                : null;
    }

    private static ProblemException closed() {
        return new ProblemException(EventsProblem.REGISTRATION_CLOSED, "Registration is not open.");
    }
}
