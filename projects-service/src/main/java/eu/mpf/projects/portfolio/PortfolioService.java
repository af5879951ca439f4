package eu.mpf.projects.portfolio;

import static eu.mpf.projects.ProjectsProblem.SNAPSHOT_EXISTS;

import eu.mpf.projects.project.ProjectReader;
import eu.mpf.projects.project.Today;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.json.StoredJson;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.page.SqlList;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.time.PlatformTime;
import eu.mpf.web.value.Ids;
import eu.mpf.web.value.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Use cases of figures and snapshots. */
@ApplicationScoped
public class PortfolioService {

    private final FigureQuery figures;
    private final EntityManager database;
    private final Listing listing;
    private final ProjectReader projects;
    private final StoredJson json;
    private final AuditTrail audit;
    private final Caller caller;

    PortfolioService(
            FigureQuery figures,
            EntityManager database,
            Listing listing,
            ProjectReader projects,
            StoredJson json,
            AuditTrail audit,
            Caller caller) {
        this.figures = figures;
        this.database = database;
        this.listing = listing;
        this.projects = projects;
        this.json = json;
        this.audit = audit;
        this.caller = caller;
    }

    /** The figures of a day, today if none is given. Money that is not public is unknown to the public. */
    public Figures figures(@Nullable LocalDate asOf, Criteria criteria, Set<Dimension> dimensions) {
        return figures.read(
                asOf == null ? Today.day() : asOf,
                criteria,
                dimensions,
                projects.sight().all());
    }

    /** Freezes what was true on a day for everybody, with the versions of the projects it is made of. */
    @Transactional
    public SnapshotView take(NewSnapshot wanted) {
        if (find(wanted.name()).isPresent()) {
            throw new ProblemException(SNAPSHOT_EXISTS, "Snapshot " + wanted.name() + " was taken before");
        }
        LocalDate asOf = Today.notAfter(wanted.asOf(), "/asOf");
        Criteria criteria = wanted.criteria() == null ? Criteria.ALL : wanted.criteria();
        Figures frozen = figures.read(asOf, criteria, EnumSet.allOf(Dimension.class), false)
                .of(wanted.name());
        SnapshotView snapshot = new SnapshotView(
                Ids.next(),
                wanted.name(),
                wanted.title(),
                asOf,
                criteria,
                frozen,
                PlatformTime.now().truncatedTo(ChronoUnit.MILLIS));
        insert(snapshot);
        insertProjects(snapshot);
        audit.record("snapshot.taken", "snapshot", snapshot.id(), null, snapshot, null);
        return snapshot;
    }

    private void insert(SnapshotView snapshot) {
        database.unwrap(Session.class)
                .createNativeMutationQuery("""
                        INSERT INTO snapshot (id, name, title, as_of, criteria, figures, taken_by, taken_at)
                        VALUES (:id, :name, CAST(:title AS jsonb), :asOf, CAST(:criteria AS jsonb), CAST(:figures AS jsonb), :by, :at)""")
                .setParameter("id", snapshot.id())
                .setParameter("name", snapshot.name())
                .setParameter("title", snapshot.title() == null ? null : json.write(snapshot.title()), String.class)
                .setParameter("asOf", snapshot.asOf())
                .setParameter("criteria", json.write(snapshot.criteria()))
                .setParameter("figures", json.write(snapshot.figures()))
                .setParameter("by", caller.subject())
                .setParameter("at", snapshot.takenAt())
                .executeUpdate();
    }

    private void insertProjects(SnapshotView snapshot) {
        NativeQuery<?> insert = database.unwrap(Session.class).createNativeQuery("""
                        INSERT INTO snapshot_project (snapshot_id, project_id, project_version, classifications)
                        SELECT :id, p.project_id, p.version, COALESCE((
                            SELECT jsonb_agg(jsonb_build_object('typologyVersion', c.typology_version, 'view', c.view, 'means', c.means,
                                                                'decidedOn', c.decided_on))
                            FROM (SELECT DISTINCT ON (typology_version, view) * FROM classification
                                  WHERE project_id = p.project_id AND decided_on <= :asOf
                                  ORDER BY typology_version, view, decided_on DESC, recorded_at DESC) c), '[]')
                        FROM (%s) p""".formatted(FigureQuery.OF_A_DAY));
        insert.setParameter("id", snapshot.id());
        FigureQuery.bind(insert, snapshot.asOf(), snapshot.criteria(), false);
        insert.executeUpdate();
    }

    /** @throws ProblemException 404 */
    public SnapshotView get(String name) {
        return find(name).orElseThrow(() -> ProblemException.notFound("snapshot", name));
    }

    private Optional<SnapshotView> find(String name) {
        return select().where("s.name = ?", name).page(new PageParams(), this::read).items().stream()
                .findFirst();
    }

    public Page<SnapshotView> snapshots(PageParams params) {
        return select().page(params, this::read);
    }

    private SqlList<SnapshotView> select() {
        return listing.<SnapshotView>select("s.*")
                .from("snapshot s")
                .idColumn("s.id")
                .sortableNotNull("name", "s.name", SortType.TEXT)
                .sortableNotNull("asOf", "s.as_of", SortType.DATE)
                .sortableNotNull("takenAt", "s.taken_at", SortType.INSTANT)
                .defaultSort("takenAt desc");
    }

    private SnapshotView read(ResultSet row) throws SQLException {
        String title = row.getString("title");
        return new SnapshotView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                title == null ? null : json.read(title, LocalizedText.class),
                row.getObject("as_of", LocalDate.class),
                json.read(row.getString("criteria"), Criteria.class),
                json.read(row.getString("figures"), Figures.class),
                row.getObject("taken_at", OffsetDateTime.class).toInstant());
    }
}
