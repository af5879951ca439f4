package eu.mpf.events.registration.api;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.event.AudienceCategory;
import eu.mpf.events.registration.ChosenSession;
import eu.mpf.events.registration.Consent;
import eu.mpf.events.registration.Registered;
import eu.mpf.events.registration.RegistrationDetails;
import eu.mpf.events.registration.RegistrationStatus;
import eu.mpf.events.sql.Json;
import eu.mpf.web.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A registration as the registrant and the organisers read it.
 *
 * @param number place in the order of arrival, from 1
 * @param position place in the waiting list, from 1, while waiting
 * @param formVersion version of the form that was answered; absent where nothing was asked
 * @param answers by the question's key
 * @param checkInCode to be shown at the door, for whoever has a seat; in lists it is left out
 * @param manageToken given once, on registering: goes into the header {@code Registration-Token}
 */
@Schema(name = "Registration")
public record RegistrationView(
        UUID id,
        UUID eventId,
        @Nullable UUID followUpId,
        long number,
        RegistrationStatus status,
        @Nullable Integer position,
        AudienceCategory category,
        String name,
        String address,
        @Nullable String organisation,
        String language,
        Consent consent,
        List<ChosenSession> sessions,
        @Nullable String reason,
        @Nullable Instant offerExpiresAt,
        @Nullable Instant createdAt,
        @Nullable Integer formVersion,

        @Nullable @Schema(implementation = Object.class, type = SchemaType.OBJECT)
        Map<String, JsonNode> answers,

        @Nullable Instant arrivedAt,
        @Nullable String checkInCode,
        @Nullable String manageToken) {

    static final String COLUMNS = """
            r.*,
            CASE WHEN r.status = 'WAITLISTED' THEN
              (SELECT count(*)::int FROM registration w
               WHERE w.scope_id = r.scope_id AND w.status = 'WAITLISTED' AND w.number <= r.number) END AS position,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('sessionId', x.session_id, 'state', x.state)
                                       ORDER BY x.session_id), '[]')
             FROM session_seat x WHERE x.registration_id = r.id) AS sessions""";

    static RegistrationView of(ResultSet row) throws SQLException {
        String answers = row.getString("answers");
        return new RegistrationView(
                row.getObject("id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getObject("follow_up_id", UUID.class),
                row.getLong("number"),
                RegistrationStatus.valueOf(row.getString("status")),
                row.getObject("position", Integer.class),
                AudienceCategory.valueOf(row.getString("category")),
                row.getString("name"),
                row.getString("address"),
                row.getString("organisation"),
                row.getString("language"),
                Json.read(row.getString("consent"), Consent.class),
                Json.read(row.getString("sessions"), new TypeReference<List<ChosenSession>>() {}),
                row.getString("reason"),
                Sql.instant(row, "offer_expires_at"),
                Sql.instant(row, "created_at"),
                row.getObject("form_version", Integer.class),
                answers == null ? null : Json.read(answers, new TypeReference<Map<String, JsonNode>>() {}),
                Sql.instant(row, "arrived_at"),
                null,
                null);
    }

    static RegistrationView of(Registered made, RegistrationDetails asked, String manageToken) {
        return new RegistrationView(
                made.id(),
                made.eventId(),
                made.followUpId(),
                made.number(),
                made.status(),
                made.position(),
                made.category(),
                asked.name(),
                asked.address().strip(),
                asked.organisation(),
                asked.language() == null ? "en" : asked.language(),
                made.consent(),
                made.sessions(),
                null,
                null,
                made.createdAt(),
                made.formVersion(),
                made.formVersion() == null ? null : asked.answers(),
                null,
                null,
                manageToken);
    }

    RegistrationView withCheckInCode(String code) {
        return new RegistrationView(
                id,
                eventId,
                followUpId,
                number,
                status,
                position,
                category,
                name,
                address,
                organisation,
                language,
                consent,
                sessions,
                reason,
                offerExpiresAt,
                createdAt,
                formVersion,
                answers,
                arrivedAt,
                code,
                manageToken);
    }
}
