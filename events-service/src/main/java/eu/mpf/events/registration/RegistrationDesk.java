package eu.mpf.events.registration;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.calendar.Appointments;
import eu.mpf.events.event.AudienceCategory;
import eu.mpf.events.event.EventStatus;
import eu.mpf.events.event.Publicity;
import eu.mpf.events.event.RegistrationPolicy;
import eu.mpf.events.form.FormService;
import eu.mpf.events.form.RegistrationForm;
import eu.mpf.events.session.SessionStatus;
import eu.mpf.events.sql.Json;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.RowMapper;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads, in one statement, everything that decides whether somebody may register. */
@ApplicationScoped
class RegistrationDesk {
    private static final String COMMON = """
            e.status AS event_status, %s AS event_public, e.policy, platform_clock() AS now,
                   (SELECT count(*) FROM seat_counter c
                    JOIN session x ON x.id = c.session_id AND x.status = 'PLANNED'
                    WHERE c.scope_id = e.id AND c.kind = 'SESSION' AND c.session_id = ANY (?::uuid[])) AS known_sessions,
                   EXISTS (SELECT FROM registration r
                           WHERE r.scope_id = ? AND r.address_hash = ? AND r.status <> 'WITHDRAWN') AS already,
                   EXISTS (SELECT FROM invitation i WHERE i.event_id = e.id AND i.address_hash = ?
                             AND (i.category IS NULL OR i.category = ?)) AS invited_in_person,
                   EXISTS (SELECT FROM invitation i WHERE i.event_id = e.id AND i.address_hash IS NULL
                             AND i.category = ?) AS invited_by_category,
                   jsonb_array_length(e.audience) > 0 AND NOT jsonb_exists(e.audience, ?) AS outside_audience""".formatted(Publicity.PUBLIC);
    // Two statements, not one with parameters that may be null: the planner would take each execution for a special
    // case,
    // and plan anew what takes longer to plan than to run.
    private static final String FOR_EVENT = """
            SELECT %s, %s, q.version AS form_version, q.questions, NULL AS follow_up_status
            FROM event e
            LEFT JOIN LATERAL (SELECT f.version, f.questions FROM registration_form f
                               WHERE f.event_id = e.id ORDER BY f.version DESC LIMIT 1) q ON true
            WHERE e.id = ?
            """.formatted(Appointments.EVENT, COMMON);
    private static final String FOR_FOLLOW_UP = """
            SELECT %s, %s, NULL::int AS form_version, NULL AS questions,
                   s.status AS follow_up_status, s.invited_until, s.consent_carried, a.registration_id, a.consent
            FROM event e
            LEFT JOIN session s ON s.id = ? AND s.event_id = e.id AND s.parent_session_id IS NOT NULL
            LEFT JOIN session_audience a ON a.session_id = s.parent_session_id AND a.address_hash = ?
            WHERE e.id = ?
            """.formatted(Appointments.SESSION, COMMON);

    private final Sql sql;

    RegistrationDesk(Sql sql) {
        this.sql = sql;
    }

    /** Which way somebody comes in. */
    enum Door {
        /** As everybody does. */
        FRONT,
        /** Let in by an organiser: neither invitation nor opening hours count. */
        ORGANISERS
    }

    /** Whether this address is registered. */
    boolean knows(UUID scopeId, String addressHash) {
        return sql.first(
                        "SELECT 1 FROM registration WHERE scope_id = ? AND address_hash = ? AND status <> 'WITHDRAWN'",
                        row -> row.getInt(1),
                        scopeId,
                        addressHash)
                .isPresent();
    }

    /** Whether a body leads or partners a project of the standing that the category asks for, as projects-service says. */
    boolean isOfCategory(@Nullable String organisation, AudienceCategory category) {
        String standing = switch (category) {
            case GRANTEE_CURRENT -> "CURRENT";
            case GRANTEE_PAST -> "PAST";
            case MEMBER_STATE, EU_SERVICE, EXPERT, ICMPD -> null;
        };
        return organisation != null
                && standing != null
                && sql.first("""
                                SELECT 1 FROM known_project
                                WHERE standing = ? AND (lead_organisation = ? OR jsonb_exists(partners, ?)) LIMIT 1
                                """, row -> row.getInt(1), standing, organisation, organisation)
                        .isPresent();
    }

    /**
     * Who may register, and how.
     *
     * @param form what is asked of them
     * @param wording version of the consent wording in force, for the event and its follow-ups
     * @param onClaim whether only the category is invited, which anybody may say to be of
     * @param parentConsent what the parent's audience agreed to, where the follow-up carries it over
     */
    record Admission(
            Scene scene,
            RegistrationForm form,
            String wording,
            boolean onClaim,
            @Nullable Consent parentConsent) {}

    /** @throws ProblemException 404 for a draft, 400 for sessions that are not the event's, 409 when it is not possible now */
    Admission admit(UUID eventId, RegistrationDetails details, String addressHash, Door door) {
        UUID followUp = details.followUpId();
        UUID[] sessions =
                details.sessions() == null ? new UUID[0] : details.sessions().toArray(UUID[]::new);
        RowMapper<Admission> decision = row -> decide(eventId, details, sessions.length, door, row);
        AudienceCategory category = details.category();
        var admission = followUp == null
                ? sql.first(
                        FOR_EVENT,
                        decision,
                        sessions,
                        eventId,
                        addressHash,
                        addressHash,
                        category,
                        category,
                        category,
                        eventId)
                : sql.first(
                        FOR_FOLLOW_UP,
                        decision,
                        sessions,
                        followUp,
                        addressHash,
                        addressHash,
                        category,
                        category,
                        category,
                        followUp,
                        addressHash,
                        eventId);
        return admission.orElseThrow(() -> ProblemException.notFound("event", eventId));
    }

    private static Admission decide(UUID eventId, RegistrationDetails details, int sessions, Door door, ResultSet row)
            throws SQLException {
        EventStatus status = EventStatus.valueOf(row.getString("event_status"));
        if (!row.getBoolean("event_public")) {
            throw ProblemException.notFound("event", eventId);
        }
        String followUp = row.getString("follow_up_status");
        if (details.followUpId() != null && followUp == null) {
            throw ProblemException.invalid("/followUpId", "unknown-follow-up", "is no follow-up of this event");
        }
        if (followUp == null ? row.getInt("known_sessions") != sessions : sessions > 0) {
            throw ProblemException.invalid(
                    "/sessions", "unknown-session", "holds a session that cannot be chosen here");
        }
        if (row.getBoolean("outside_audience")) {
            throw ProblemException.invalid("/category", "outside-audience", "is not whom the event is for");
        }
        if (row.getBoolean("already")) {
            throw SeatStatements.alreadyRegistered();
        }
        RegistrationPolicy policy = Json.read(row.getString("policy"), RegistrationPolicy.class);
        Scene scene = new Scene(
                Appointments.of(row),
                status,
                followUp == null ? null : SessionStatus.valueOf(followUp),
                // What was asked of the day's audience was asked; its approval is not needed twice.
                followUp == null ? policy : RegistrationPolicy.OPEN,
                Objects.requireNonNull(Sql.instant(row, "now")));
        boolean front = door == Door.FRONT;
        if (!scene.isToCome() || (front && !scene.policy().openAt(scene.now()))) {
            throw new ProblemException(EventsProblem.REGISTRATION_CLOSED, "Registration is not open.");
        }
        boolean inPerson = row.getBoolean("invited_in_person");
        boolean invitationCounts = front && scene.policy().needsInvitation();
        if (invitationCounts && !inPerson && !row.getBoolean("invited_by_category")) {
            throw new ProblemException(
                    EventsProblem.INVITATION_ONLY, "This address is not invited, or not in this category.");
        }
        return new Admission(
                scene,
                FormService.read(row.getObject("form_version", Integer.class), row.getString("questions")),
                policy.wording(),
                invitationCounts && !inPerson,
                followUp == null ? null : carried(row, scene.now(), front));
    }

    private static @Nullable Consent carried(ResultSet row, Instant now, boolean front) throws SQLException {
        UUID parentRegistration = row.getObject("registration_id", UUID.class);
        Instant invitedUntil = Sql.instant(row, "invited_until");
        if (parentRegistration == null) {
            if (front && invitedUntil != null && now.isBefore(invitedUntil)) {
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
}
