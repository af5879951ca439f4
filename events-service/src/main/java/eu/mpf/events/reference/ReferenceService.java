package eu.mpf.events.reference;

import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Stores what other services tell. A fact older than the one held changes nothing. */
@ApplicationScoped
@Transactional
public class ReferenceService {
    private final Sql sql;

    public ReferenceService(Sql sql) {
        this.sql = sql;
    }

    /** @param title and @param partners as JSON */
    public void project(
            String code,
            String id,
            String title,
            @Nullable String acronym,
            @Nullable String status,
            @Nullable String lead,
            String partners,
            @Nullable String standing,
            long sequence) {
        sql.update("""
                INSERT INTO known_project
                  (code, project_id, title, acronym, status, lead_organisation, partners, standing, sequence)
                VALUES (?, ?, ?::jsonb, ?, ?, ?, ?::jsonb, ?, ?)
                ON CONFLICT (project_id) DO UPDATE SET
                  code = excluded.code, title = excluded.title, acronym = excluded.acronym, status = excluded.status,
                  lead_organisation = excluded.lead_organisation, partners = excluded.partners,
                  standing = excluded.standing, sequence = excluded.sequence
                WHERE known_project.sequence <= excluded.sequence
                """, code, id, title, acronym, status, lead, partners, standing, sequence);
    }

    /** Dates as RFC 3339, title and funds as JSON. */
    public void call(
            String key,
            String id,
            String title,
            @Nullable String status,
            @Nullable String opensAt,
            @Nullable String deadlineAt,
            String funds,
            long sequence) {
        sql.update("""
                INSERT INTO known_call (key, call_id, title, status, opens_at, deadline_at, funds, sequence)
                VALUES (?, ?, ?::jsonb, ?, ?::timestamptz, ?::timestamptz, ?::jsonb, ?)
                ON CONFLICT (call_id) DO UPDATE SET
                  key = excluded.key, title = excluded.title, status = excluded.status, opens_at = excluded.opens_at,
                  deadline_at = excluded.deadline_at, funds = excluded.funds, sequence = excluded.sequence
                WHERE known_call.sequence <= excluded.sequence
                """, key, id, title, status, opensAt, deadlineAt, funds, sequence);
    }

    /** @param types as JSON */
    public void typology(int version, String id, String types) {
        sql.update("""
                INSERT INTO known_typology (version, typology_id, types) VALUES (?, ?, ?::jsonb)
                ON CONFLICT (version) DO UPDATE SET types = excluded.types
                """, version, id, types);
    }

    public void organisation(String code, String id, String name, long sequence) {
        sql.update("""
                INSERT INTO known_organisation (code, organisation_id, name, sequence) VALUES (?, ?, ?, ?)
                ON CONFLICT (organisation_id) DO UPDATE SET
                  code = excluded.code, name = excluded.name, sequence = excluded.sequence
                WHERE known_organisation.sequence <= excluded.sequence
                """, code, id, name, sequence);
    }
}
