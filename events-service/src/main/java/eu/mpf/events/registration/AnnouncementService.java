package eu.mpf.events.registration;

import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the letters that announcements call for. Replicas share the work: one portion is one transaction under a row
 * lock that others skip, and the last registration told stands in the row, so that a crash repeats nothing but the portion.
 */
@ApplicationScoped
@Transactional
public class AnnouncementService {
    private static final int PORTION = 200;
    private static final UUID NOBODY = new UUID(0, 0);

    private final Sql sql;
    private final Scenes scenes;
    private final RegistrationMails mails;

    public AnnouncementService(Sql sql, Scenes scenes, RegistrationMails mails) {
        this.sql = sql;
        this.scenes = scenes;
        this.mails = mails;
    }

    private record Open(
            UUID id,
            UUID eventId,
            @Nullable UUID sessionId,
            Occasion occasion,
            int sequence,
            @Nullable String reason,
            UUID reached) {}

    private record Told(Recipient recipient, boolean seated) {}

    /** @return whether there was something to do, so that there may be more */
    public boolean tellNext() {
        Optional<Open> open = sql.first(
                """
                SELECT id, event_id, session_id, occasion, sequence, reason, reached FROM announcement
                WHERE done_at IS NULL ORDER BY created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
                """,
                row -> new Open(
                        row.getObject("id", UUID.class),
                        row.getObject("event_id", UUID.class),
                        row.getObject("session_id", UUID.class),
                        Occasion.valueOf(row.getString("occasion")),
                        row.getInt("sequence"),
                        row.getString("reason"),
                        Objects.requireNonNullElse(row.getObject("reached", UUID.class), NOBODY)));
        open.ifPresent(this::tell);
        return open.isPresent();
    }

    private void tell(Open open) {
        UUID sessionId = open.sessionId();
        Scene scene = sessionId == null ? scenes.of(open.eventId()) : scenes.ofSession(sessionId);
        List<Told> portion = !scene.tells(open.occasion())
                ? List.of()
                : sessionId == null ? ofEvent(open) : ofSession(sessionId, open);
        News news = News.of(open.occasion(), open.reason());
        String which = (sessionId == null ? "/" : "/" + sessionId + "/") + open.sequence();
        portion.forEach(told -> mails.tell(told.recipient(), news, scene, which, told.seated()));
        UUID last = portion.isEmpty()
                ? open.reached()
                : portion.getLast().recipient().registrationId();
        sql.update("""
                UPDATE announcement SET reached = ?, told = told + ?,
                       done_at = CASE WHEN ? THEN clock_timestamp() END
                WHERE id = ?
                """, last, portion.size(), portion.size() < PORTION, open.id());
    }

    /** Everybody who may still come, to the event itself or, if it is off as a whole, to a follow-up of it. */
    private List<Told> ofEvent(Open open) {
        return sql.list(
                """
                SELECT id, address, name, language, calendar_step, status IN ('CONFIRMED', 'CHECKED_IN') AS seated FROM registration
                WHERE event_id = ? AND id > ? AND erased_at IS NULL AND (follow_up_id IS NULL OR ?)
                  AND status IN ('PENDING', 'CONFIRMED', 'WAITLISTED', 'OFFERED', 'CHECKED_IN')
                ORDER BY id LIMIT ?
                """,
                AnnouncementService::told,
                open.eventId(),
                open.reached(),
                open.occasion() == Occasion.CANCELLED,
                PORTION);
    }

    /** Everybody who may still come to a follow-up, or chose the session when registering for the day. */
    private List<Told> ofSession(UUID sessionId, Open open) {
        return sql.list("""
                SELECT r.id, r.address, r.name, r.language, r.calendar_step,
                       r.status IN ('CONFIRMED', 'CHECKED_IN') AND (r.follow_up_id IS NOT NULL OR x.state = 'SEAT') AS seated
                FROM registration r
                LEFT JOIN session_seat x ON x.registration_id = r.id AND x.session_id = ? AND x.state <> 'RELEASED'
                WHERE r.event_id = ? AND r.id > ? AND r.erased_at IS NULL
                  AND (r.follow_up_id = ? OR x.session_id IS NOT NULL)
                  AND r.status IN ('PENDING', 'CONFIRMED', 'WAITLISTED', 'OFFERED', 'CHECKED_IN')
                ORDER BY r.id LIMIT ?
                """, AnnouncementService::told, sessionId, open.eventId(), open.reached(), sessionId, PORTION);
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                new Recipient(
                        row.getObject("id", UUID.class),
                        row.getString("address"),
                        row.getString("name"),
                        Locale.forLanguageTag(row.getString("language")),
                        row.getInt("calendar_step")),
                row.getBoolean("seated"));
    }
}
