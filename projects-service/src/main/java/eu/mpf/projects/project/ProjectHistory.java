package eu.mpf.projects.project;

import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.page.SqlList;
import eu.mpf.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A project through time: its versions, and the chain of phases it belongs to. */
@ApplicationScoped
public class ProjectHistory {

    private static final String VERSIONS = """
            (SELECT v.*, v.project_id AS id, lower(v.valid) AS valid_from, upper(v.valid) - 1 AS valid_to FROM project_version v) p \
            LEFT JOIN organisation o ON o.code = p.lead_code""";

    /** Both ways along predecessors: from the first phase to the last. */
    private static final String CHAIN = """
            (WITH RECURSIVE earlier(code, predecessor, step) AS (
                 SELECT code, predecessor, 0 FROM project WHERE id = '%1$s'
                 UNION ALL SELECT p.code, p.predecessor, e.step - 1 FROM project p JOIN earlier e ON p.code = e.predecessor),
             later(code, step) AS (
                 SELECT code, 0 FROM project WHERE id = '%1$s'
                 UNION ALL SELECT p.code, l.step + 1 FROM project p JOIN later l ON p.predecessor = l.code)
             SELECT code, step FROM earlier UNION SELECT code, step FROM later) s
            JOIN project p ON p.code = s.code LEFT JOIN organisation o ON o.code = p.lead_code""";

    private final Listing listing;
    private final ProjectRows rows;
    private final ProjectReader reader;
    private final Differences differences;

    ProjectHistory(Listing listing, ProjectRows rows, ProjectReader reader, Differences differences) {
        this.listing = listing;
        this.rows = rows;
        this.reader = reader;
        this.differences = differences;
    }

    /** All versions, the latest first; only those of certain changes if any are named. */
    public Page<ProjectVersionView> versions(UUID id, List<Change.Kind> changes, PageParams params) {
        boolean inside = reader.sight().inside(reader.get(id).leadOrganisation());
        return versions()
                .where("p.id = ?", id)
                .whereIf(!changes.isEmpty(), "p.change = ANY(?::text[])", changes)
                .whereIf(!inside, "p.visibility = 'PUBLISHED'")
                .page(params, row -> version(row, inside));
    }

    /** One version, and how it differs from another of the same project. */
    public ProjectVersionView compared(UUID id, long version, long with) {
        ProjectVersionView after = version(id, version);
        ProjectVersionView before = version(id, with);
        return after.comparedWith(new VersionComparison(with, differences.between(before.project(), after.project())));
    }

    /** One version, however old. */
    public ProjectVersionView version(UUID id, long version) {
        boolean inside = reader.sight().inside(reader.get(id).leadOrganisation());
        return versions()
                .where("p.id = ?", id)
                .where("p.version = ?", version)
                .whereIf(!inside, "p.visibility = 'PUBLISHED'")
                .page(new PageParams(), row -> version(row, inside))
                .items()
                .stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("version of project " + id, version));
    }

    /** The chain of phases, the first phase first. */
    public List<ProjectView> succession(UUID id) {
        ProjectSight sight = reader.sight();
        reader.get(id);
        ProjectConditions seen = sight.narrow(new ProjectConditions());
        return listing.<ProjectView>select(ProjectRows.COLUMNS + ", s.step")
                // An UUID is no text of a client: nothing can hide in it.
                .from(CHAIN.formatted(id))
                .idColumn("p.id")
                .sortableNotNull("step", "s.step", SortType.INTEGER)
                .defaultSort("step")
                .where(seen.all(), seen.values())
                .page(new PageParams(), row -> sight.shown(rows.read(row)))
                .items();
    }

    private SqlList<ProjectVersionView> versions() {
        return listing.<ProjectVersionView>select(
                        ProjectRows.COLUMNS + ", p.valid_to, p.change, p.change_reason, p.recorded_at, p.superseded_at")
                .from(VERSIONS)
                .idColumn("p.version", SortType.INTEGER)
                .sortableNotNull("version", "p.version", SortType.INTEGER)
                .defaultSort("version desc");
    }

    private ProjectVersionView version(ResultSet row, boolean inside) throws SQLException {
        ProjectView project = rows.read(row);
        return new ProjectVersionView(
                row.getLong("version"),
                Change.Kind.valueOf(row.getString("change")),
                row.getString("change_reason"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("superseded_at", OffsetDateTime.class)),
                inside ? project : project.withoutUnpublishedMoney(),
                null);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
