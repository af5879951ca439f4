package eu.mpf.projects.project;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
class ProjectRepository implements PanacheRepositoryBase<Project, UUID> {

    private static final String KEPT = """
            code, kind, status, status_since, status_reason, contracted_on, visibility, money_public, details, title, lead_code, \
            fund, themes, member_states, partner_countries, region, start_date, end_date, currency, total, eu_share, predecessor, \
            grant_id, application_id, call_id, call_key, created_at, updated_at""";

    Optional<Project> byCode(String code) {
        return find("code", code).firstResultOptional();
    }

    Optional<Project> byGrant(UUID grantId) {
        return find("origin.grantId", grantId).firstResultOptional();
    }

    /** Lets no second transaction of this service work on the same award until this one ends. */
    void lockGrant(UUID grantId) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:grant, 0))", Integer.class)
                .setParameter("grant", "grant:" + grantId)
                .getSingleResult();
    }

    /**
     * Keeps the present state as a version: it is true from the project's {@code valid_from} on, and the version before
     * it until the day before. A version that has no day left was corrected, and stays readable.
     */
    void keepVersion(Project project, Change change, String recordedBy) {
        flush();
        getEntityManager()
                .unwrap(Session.class)
                .createNativeMutationQuery("""
                        WITH closed AS (
                            UPDATE project_version
                            SET valid = CASE WHEN lower(valid) < :on THEN daterange(lower(valid), :on) END,
                                superseded_at = CASE WHEN lower(valid) < :on THEN NULL ELSE now() END
                            WHERE project_id = :id AND upper_inf(valid) AND version < :version)
                        INSERT INTO project_version
                            (project_id, version, valid, change, change_reason, recorded_by, %1$s)
                        SELECT id, version, daterange(valid_from, NULL), :change, :reason, :by, %1$s
                        FROM project WHERE id = :id""".formatted(KEPT))
                .setParameter("id", project.id())
                .setParameter("version", project.version())
                .setParameter("on", project.validFrom())
                .setParameter("change", change.kind().name())
                .setParameter("reason", change.reason(), String.class)
                .setParameter("by", recordedBy)
                .executeUpdate();
    }

    /** Brings the names under which the leads of projects are found up to date. */
    void refreshLeadNames(Set<String> organisationCodes) {
        getEntityManager()
                .createNativeQuery("""
                        UPDATE project p SET lead_search = o.search_text FROM organisation o
                        WHERE o.code = p.lead_code AND o.code IN (:codes)""")
                .setParameter("codes", organisationCodes)
                .executeUpdate();
    }

    /** Whether a chain of predecessors that starts at one project passes through another. */
    boolean chainContains(String start, String wanted) {
        return !getEntityManager()
                .createNativeQuery("""
                        WITH RECURSIVE chain(code, predecessor) AS (
                            SELECT code, predecessor FROM project WHERE code = :start
                            UNION SELECT p.code, p.predecessor FROM project p JOIN chain c ON p.code = c.predecessor)
                        SELECT 1 FROM chain WHERE code = :wanted""", Integer.class)
                .setParameter("start", start)
                .setParameter("wanted", wanted)
                .getResultList()
                .isEmpty();
    }
}
