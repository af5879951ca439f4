package eu.mpf.events.session.api;

import com.fasterxml.jackson.core.type.TypeReference;
import eu.mpf.events.event.EventMode;
import eu.mpf.events.session.FollowUpsPlanned;
import eu.mpf.events.session.Interpretation;
import eu.mpf.events.session.SessionKind;
import eu.mpf.events.session.SessionStatus;
import eu.mpf.events.sql.Json;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.LocalizedText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A session as clients read it.
 *
 * @param languages languages spoken (BCP 47)
 * @param parentSessionId the session a follow-up was born from
 * @param invitedUntil until then only the parent's audience may register for a follow-up
 */
@Schema(name = "Session")
public record SessionView(
        UUID id,
        UUID eventId,
        String key,
        @Nullable String block,
        int position,
        SessionKind kind,
        SessionStatus status,
        LocalizedText title,
        @Nullable LocalizedText summary,
        EventMode mode,
        String timeZone,
        @Nullable LocalDateTime startsLocal,
        @Nullable LocalDateTime endsLocal,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Integer capacity,
        @Nullable CallLink call,
        List<ProjectLink> projects,
        List<String> questionTopics,
        @Nullable LocalizedText feedbackNote,
        @Nullable FollowUpsPlanned followUpsPlanned,
        List<String> languages,
        List<Interpretation> interpretation,
        @Nullable UUID parentSessionId,
        @Nullable Instant invitedUntil) {

    /** Titles of call and projects as they are today, in the same statement. */
    public static final String COLUMNS = """
            s.*,
            (SELECT jsonb_build_object('key', s.call_key, 'id', k.call_id, 'title', k.title, 'status', k.status,
                                       'deadlineAt', k.deadline_at)
             FROM (SELECT) one LEFT JOIN known_call k ON k.key = s.call_key
             WHERE s.call_key IS NOT NULL) AS call,
            (SELECT coalesce(jsonb_agg(jsonb_build_object(
                      'code', x.code, 'id', p.project_id, 'acronym', p.acronym, 'title', p.title) ORDER BY x.n), '[]')
             FROM jsonb_array_elements_text(s.project_codes) WITH ORDINALITY x (code, n)
             LEFT JOIN known_project p ON p.code = x.code) AS projects""";

    /** What is shown of calls and projects, which change without the session. */
    static @Nullable Object[] shown(ResultSet row) throws SQLException {
        return new @Nullable Object[] {row.getString("call"), row.getString("projects")};
    }

    public static SessionView of(ResultSet row) throws SQLException {
        String call = row.getString("call");
        Integer from = row.getObject("follow_ups_from", Integer.class);
        Integer to = row.getObject("follow_ups_to", Integer.class);
        return new SessionView(
                row.getObject("id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("key"),
                row.getString("block"),
                row.getInt("position"),
                SessionKind.valueOf(row.getString("kind")),
                SessionStatus.valueOf(row.getString("status")),
                Json.text(row.getString("title")),
                Json.optionalText(row.getString("summary")),
                EventMode.valueOf(row.getString("mode")),
                row.getString("time_zone"),
                row.getObject("starts_local", LocalDateTime.class),
                row.getObject("ends_local", LocalDateTime.class),
                Sql.instant(row, "starts_at"),
                Sql.instant(row, "ends_at"),
                row.getObject("capacity", Integer.class),
                call == null ? null : Json.read(call, CallLink.class),
                Json.read(row.getString("projects"), new TypeReference<List<ProjectLink>>() {}),
                Json.texts(row.getString("question_topics")),
                Json.optionalText(row.getString("feedback_note")),
                from == null || to == null ? null : new FollowUpsPlanned(from, to),
                Json.texts(row.getString("languages")),
                Json.read(row.getString("interpretation"), new TypeReference<List<Interpretation>>() {}),
                row.getObject("parent_session_id", UUID.class),
                Sql.instant(row, "invited_until"));
    }
}
