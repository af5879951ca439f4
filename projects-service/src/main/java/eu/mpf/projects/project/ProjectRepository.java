package eu.mpf.projects.project;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ProjectRepository implements PanacheRepositoryBase<Project, UUID> {

    private static final String KEPT = """
            code, kind, status, status_since, status_reason, contracted_on, visibility, money_public, details, title, lead_code, \
            fund, themes, member_states, partner_countries, region, start_date, end_date, currency, total, eu_share, predecessor, \
            grant_id, application_id, call_id, call_key, created_at, updated_at""";

    private static final String KEEP_AND_READ = """
            WITH closed AS (
                UPDATE project_version
                SET valid = CASE WHEN lower(valid) < ? THEN daterange(lower(valid), ?) END,
                    superseded_at = CASE WHEN lower(valid) < ? THEN NULL ELSE now() END
                WHERE project_id = ? AND upper_inf(valid) AND version < ?),
            kept AS (
                INSERT INTO project_version (project_id, version, valid, change, change_reason, recorded_by, %1$s)
                SELECT id, version, daterange(valid_from, NULL), ?, ?, ?, %1$s FROM project WHERE id = ?)
            SELECT %2$s FROM %3$s WHERE p.id = ?""".formatted(KEPT, ProjectRows.COLUMNS, ProjectRows.TODAY);

    private static final String KEEP_FIRST_AND_READ = """
            WITH kept AS (
                INSERT INTO project_version (project_id, version, valid, change, change_reason, recorded_by, %1$s)
                SELECT id, version, daterange(valid_from, NULL), ?, ?, ?, %1$s FROM project WHERE id = ANY (?))
            SELECT %2$s FROM %3$s WHERE p.id = ANY (?)""".formatted(KEPT, ProjectRows.COLUMNS, ProjectRows.TODAY);

    private final ProjectRows rows;

    ProjectRepository(ProjectRows rows) {
        this.rows = rows;
    }

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
     * Keeps the present state as a version and reads it back, in one statement: it is true from the project's
     * {@code valid_from} on, and the version before it until the day before. A version that has no day left was
     * corrected, and stays readable.
     */
    ProjectView keepVersion(Project project, Change change, String recordedBy) {
        flush();
        return getEntityManager().unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(KEEP_AND_READ)) {
                statement.setObject(1, project.validFrom());
                statement.setObject(2, project.validFrom());
                statement.setObject(3, project.validFrom());
                statement.setObject(4, project.id());
                statement.setLong(5, project.version());
                statement.setString(6, change.kind().name());
                statement.setString(7, change.reason());
                statement.setString(8, recordedBy);
                statement.setObject(9, project.id());
                statement.setObject(10, project.id());
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return rows.read(row);
                }
            }
        });
    }

    /** Keeps projects that are new as their first versions and reads them back by id, in one statement for all. */
    Map<UUID, ProjectView> keepFirstVersions(List<Project> entered, @Nullable String reason, String recordedBy) {
        return getEntityManager().unwrap(Session.class).doReturningWork(connection -> {
            Array ids = connection.createArrayOf(
                    "uuid", entered.stream().map(Project::id).toArray());
            try (PreparedStatement statement = connection.prepareStatement(KEEP_FIRST_AND_READ)) {
                statement.setString(1, Change.Kind.REGISTERED.name());
                statement.setString(2, reason);
                statement.setString(3, recordedBy);
                statement.setArray(4, ids);
                statement.setArray(5, ids);
                Map<UUID, ProjectView> kept = new HashMap<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        ProjectView view = rows.read(row);
                        kept.put(view.id(), view);
                    }
                }
                return kept;
            }
        });
    }

    /** Deletes a project with its versions. */
    void discard(Project project) {
        getEntityManager()
                .createNativeQuery("DELETE FROM project_version WHERE project_id = :id")
                .setParameter("id", project.id())
                .executeUpdate();
        delete(project);
        flush();
    }

    /** Codes of the projects that continue one. */
    List<String> successors(String code) {
        return getEntityManager()
                .createNativeQuery("SELECT code FROM project WHERE predecessor = :code ORDER BY code", String.class)
                .setParameter("code", code)
                .getResultList();
    }

    /** Brings the names of bodies under which projects are found up to date: writing the row makes it findable anew. */
    void refreshLeadNames(Set<String> organisationCodes) {
        getEntityManager()
                .createNativeQuery("""
                        UPDATE project p
                        SET lead_search = COALESCE((SELECT o.search_text FROM organisation o WHERE o.code = p.lead_code), '')
                        WHERE p.bodies && CAST(:codes AS text[])""")
                .setParameter("codes", organisationCodes.toArray(String[]::new))
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
