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
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads, in one statement for all who wait, everything that decides whether they may register. */
@ApplicationScoped
class RegistrationDesk {
    // For all at once who wait to register. Whatever is looked up for each of them is looked up by an index: a scalar
    // subquery, or a lateral one with a limit, is never turned into a join with all there is.
    private static final String COMMON = """
            p.nth, e.status AS event_status, %s AS event_public, e.policy, platform_clock() AS now,
                   (SELECT count(*) FROM seat_counter c
                    JOIN session x ON x.id = c.session_id AND x.status = 'PLANNED'
                    WHERE c.scope_id = e.id AND c.kind = 'SESSION' AND c.session_id = ANY (p.sessions::uuid[])) AS known_sessions,
                   (SELECT true FROM registration r
                    WHERE r.scope_id = p.scope_id AND r.address_hash = p.hash AND r.status <> 'WITHDRAWN' LIMIT 1) AS already,
                   (SELECT true FROM invitation i WHERE i.event_id = e.id AND i.address_hash = p.hash
                      AND (i.category IS NULL OR i.category = p.category) LIMIT 1) AS invited_in_person,
                   (SELECT true FROM invitation i WHERE i.event_id = e.id AND i.address_hash IS NULL
                      AND i.category = p.category LIMIT 1) AS invited_by_category,
                   jsonb_array_length(e.audience) > 0 AND NOT jsonb_exists(e.audience, p.category) AS outside_audience""".formatted(Publicity.PUBLIC);
    private static final String PEOPLE = """
            FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[])
              WITH ORDINALITY AS p (event_id, scope_id, hash, category, sessions, nth)
            JOIN event e ON e.id = p.event_id
            """;
    // Two statements, not one for both kinds: what an event has and a follow-up has not would be looked up for nothing.
    private static final String FOR_EVENT = """
            SELECT %s, %s, q.version AS form_version, q.questions, NULL AS follow_up_status
            %s LEFT JOIN LATERAL (SELECT f.version, f.questions FROM registration_form f
                               WHERE f.event_id = e.id ORDER BY f.version DESC LIMIT 1) q ON true
            """.formatted(Appointments.EVENT, COMMON, PEOPLE);
    private static final String FOR_FOLLOW_UP = """
            SELECT %s, %s, NULL::int AS form_version, NULL AS questions,
                   s.status AS follow_up_status, s.invited_until, s.consent_carried, a.registration_id, a.consent
            %s LEFT JOIN session s ON s.id = p.scope_id AND s.event_id = e.id AND s.parent_session_id IS NOT NULL
            LEFT JOIN LATERAL (SELECT registration_id, consent FROM session_audience
                               WHERE session_id = s.parent_session_id AND address_hash = p.hash LIMIT 1) a ON true
            """.formatted(Appointments.SESSION, COMMON, PEOPLE);

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

    /** Who wants to register, with the hash of the address. */
    record Applicant(UUID eventId, RegistrationDetails details, String addressHash) {

        UUID scopeId() {
            UUID followUp = details.followUpId();
            return followUp == null ? eventId : followUp;
        }

        private String sessions() {
            return details.sessions() == null
                    ? "{}"
                    : details.sessions().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        }
    }

    /** An admission, or why there is none: 404 for a draft, 400 for sessions that are not the event's, 409 when it is not possible now. */
    record Verdict(@Nullable Admission admission, @Nullable ProblemException refusal) {

        /** @throws ProblemException the refusal */
        Admission orThrow() {
            if (refusal != null) {
                throw refusal;
            }
            return Objects.requireNonNull(admission, "admitted or refused");
        }
    }

    /** In the order of the applicants. */
    List<Verdict> admit(List<Applicant> applicants, Door door) {
        Map<Applicant, Verdict> verdicts = new IdentityHashMap<>();
        admit(FOR_EVENT, door, verdicts, applicants.stream().filter(each -> each.details.followUpId() == null));
        admit(FOR_FOLLOW_UP, door, verdicts, applicants.stream().filter(each -> each.details.followUpId() != null));
        return applicants.stream()
                .map(each -> verdicts.getOrDefault(
                        each, new Verdict(null, ProblemException.notFound("event", each.eventId()))))
                .toList();
    }

    private void admit(String statement, Door door, Map<Applicant, Verdict> verdicts, Stream<Applicant> some) {
        List<Applicant> applicants = some.toList();
        if (applicants.isEmpty()) {
            return;
        }
        Map<UUID, Place> places = new HashMap<>();
        sql.list(
                statement,
                row -> {
                    Applicant applicant = applicants.get(row.getInt("nth") - 1);
                    return verdicts.put(applicant, verdict(applicant, door, places, row));
                },
                applicants.stream().map(Applicant::eventId).toList(),
                applicants.stream().map(Applicant::scopeId).toList(),
                applicants.stream().map(Applicant::addressHash).toList(),
                applicants.stream().map(each -> each.details.category()).toList(),
                applicants.stream().map(Applicant::sessions).toList());
    }

    private static Verdict verdict(Applicant applicant, Door door, Map<UUID, Place> places, ResultSet row)
            throws SQLException {
        try {
            return new Verdict(decide(applicant, door, places, row), null);
        } catch (ProblemException refusal) {
            return new Verdict(null, refusal);
        }
    }

    /** What is the same for all who register for one thing, and read once for all of them. */
    private record Place(Scene scene, RegistrationForm form, String wording) {

        static Place of(ResultSet row) throws SQLException {
            RegistrationPolicy policy = Json.read(row.getString("policy"), RegistrationPolicy.class);
            String followUp = row.getString("follow_up_status");
            Scene scene = new Scene(
                    Appointments.of(row),
                    EventStatus.valueOf(row.getString("event_status")),
                    followUp == null ? null : SessionStatus.valueOf(followUp),
                    // What was asked of the day's audience was asked; its approval is not needed twice.
                    followUp == null ? policy : RegistrationPolicy.OPEN,
                    Objects.requireNonNull(Sql.instant(row, "now")));
            return new Place(
                    scene,
                    FormService.read(row.getObject("form_version", Integer.class), row.getString("questions")),
                    policy.wording());
        }
    }

    private static Admission decide(Applicant applicant, Door door, Map<UUID, Place> places, ResultSet row)
            throws SQLException {
        RegistrationDetails details = applicant.details;
        if (!row.getBoolean("event_public")) {
            throw ProblemException.notFound("event", applicant.eventId);
        }
        String followUp = row.getString("follow_up_status");
        if (details.followUpId() != null && followUp == null) {
            throw ProblemException.invalid("/followUpId", "unknown-follow-up", "is no follow-up of this event");
        }
        int sessions = details.sessions() == null ? 0 : details.sessions().size();
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
        Place place = places.get(applicant.scopeId());
        if (place == null) {
            place = Place.of(row);
            places.put(applicant.scopeId(), place);
        }
        Scene scene = place.scene();
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
                place.form(),
                place.wording(),
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
