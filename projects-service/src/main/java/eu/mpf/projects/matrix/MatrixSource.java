package eu.mpf.projects.matrix;

import com.fasterxml.jackson.core.type.TypeReference;
import eu.mpf.projects.project.ProjectMeans;
import eu.mpf.web.json.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Reads the classified projects of a day or of a snapshot, in one statement. */
@ApplicationScoped
class MatrixSource {

    private static final String OF_A_DAY = """
            SELECT v.project_id::text AS id, v.code, v.title, c.means::text AS means
            FROM project_version v LEFT JOIN LATERAL (
                SELECT jsonb_agg(jsonb_build_object('typologyVersion', l.typology_version, 'view', l.view, 'means', l.means,
                                                    'decidedOn', l.decided_on)) AS means
                FROM (SELECT DISTINCT ON (typology_version, view) * FROM classification
                      WHERE project_id = v.project_id AND decided_on <= :asOf AND typology_version <= :version
                      ORDER BY typology_version, view, decided_on DESC, recorded_at DESC) l) c ON true
            WHERE v.valid @> CAST(:asOf AS date) AND v.visibility = 'PUBLISHED'
            ORDER BY v.title, v.project_id""";

    private static final String OF_A_SNAPSHOT = """
            SELECT v.project_id::text AS id, v.code, v.title, s.classifications::text AS means
            FROM snapshot_project s JOIN project_version v ON v.project_id = s.project_id AND v.version = s.project_version
            WHERE s.snapshot_id = (SELECT id FROM snapshot WHERE name = :snapshot)
            ORDER BY v.title, v.project_id""";

    private final EntityManager database;
    private final StoredJson json;

    MatrixSource(EntityManager database, StoredJson json) {
        this.database = database;
        this.json = json;
    }

    /** A project and how it was classified, per version of the typology and view. */
    record Entry(String id, String code, String title, List<ProjectMeans> means) {}

    List<Entry> ofDay(LocalDate asOf, int version) {
        return entries(query(OF_A_DAY).setParameter("asOf", asOf).setParameter("version", version));
    }

    List<Entry> ofSnapshot(String snapshot) {
        return entries(query(OF_A_SNAPSHOT).setParameter("snapshot", snapshot));
    }

    private NativeQuery<Tuple> query(String sql) {
        // Hibernate would take the double colon of a cast for a parameter.
        return database.unwrap(Session.class).createNativeQuery(sql.replace("::", "\\:\\:"), Tuple.class);
    }

    private List<Entry> entries(NativeQuery<Tuple> query) {
        List<Entry> entries = new ArrayList<>();
        for (Tuple row : query.getResultList()) {
            String means = row.get("means", String.class);
            entries.add(new Entry(
                    row.get("id", String.class),
                    row.get("code", String.class),
                    row.get("title", String.class),
                    means == null ? List.of() : json.read(means, new TypeReference<List<ProjectMeans>>() {})));
        }
        return entries;
    }
}
