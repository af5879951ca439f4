package eu.mpf.events.programme;

import eu.mpf.events.event.ProgrammeChanged;
import eu.mpf.events.event.Publicity;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Keeps every programme the public has seen: in the transaction of each change, while the event is public, and only if
 * something that is printed on a programme differs. The event's row is locked, so versions are numbered without gaps.
 */
@ApplicationScoped
public class ProgrammeRecorder {
    private static final String LOCK = "SELECT 1 FROM event WHERE id = ? FOR NO KEY UPDATE";
    private static final String RECORD = """
            WITH programme AS (
              SELECT e.id, jsonb_build_object(
                'title', e.title, 'summary', e.summary, 'mode', e.mode, 'place', e.place, 'country', e.country,
                'timeZone', e.time_zone, 'startsLocal', e.starts_local, 'endsLocal', e.ends_local,
                'dayConfirmed', e.day_confirmed, 'cancelled', e.status = 'CANCELLED', 'blocks', e.blocks,
                'sessions', (
                  SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', s.id, 'key', s.key, 'block', s.block, 'kind', s.kind, 'title', s.title,
                    'summary', s.summary, 'cancelled', s.status = 'CANCELLED', 'mode', s.mode,
                    'timeZone', s.time_zone, 'startsLocal', s.starts_local, 'endsLocal', s.ends_local,
                    'languages', s.languages, 'interpretation', s.interpretation, 'call', s.call_key,
                    'projects', s.project_codes, 'parentSessionId', s.parent_session_id,
                    'contributions', (
                      SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'id', c.id, 'role', c.role, 'personId', c.person_id, 'honorific', c.honorific,
                        'name', c.name, 'post', c.post, 'unit', c.unit, 'organisation', c.organisation_code,
                        'organisationName', c.organisation_name, 'project', c.project_code, 'type', c.type_code)
                        ORDER BY c.position, c.id), '[]')
                      FROM contribution c WHERE c.session_id = s.id))
                    ORDER BY s.position, s.id), '[]')
                  FROM session s WHERE s.event_id = e.id)) AS content
              FROM event e WHERE e.id = ? AND %s
            ), latest AS (
              SELECT number, programme FROM programme_version WHERE event_id = ? ORDER BY number DESC LIMIT 1
            )
            INSERT INTO programme_version (event_id, number, what, recorded_at, programme)
            SELECT p.id, coalesce((SELECT number FROM latest), 0) + 1, ?, platform_clock(), p.content
            FROM programme p WHERE p.content IS DISTINCT FROM (SELECT programme FROM latest)
            """.formatted(Publicity.PUBLIC);

    private final Sql sql;
    private final ProgrammeLimits limits;

    public ProgrammeRecorder(Sql sql, ProgrammeLimits limits) {
        this.sql = sql;
        this.limits = limits;
    }

    void onChange(@Observes ProgrammeChanged change) {
        sql.first(LOCK, row -> row.getInt(1), change.eventId());
        limits.check(change);
        sql.update(RECORD, change.eventId(), change.eventId(), change.what());
    }
}
