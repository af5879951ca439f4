package eu.mpf.projects.project;

import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.page.SqlList;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads projects in one statement each, and shows every caller what is for them. */
@ApplicationScoped
public class ProjectReader {

    private static final String[] STAFF = {
        Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR
    };

    /** What stands for an unknown day where later comes first, and where earlier does; the indexes are made for these. */
    private static final String NO_DAY_FIRST = "'-infinity'::date";

    private static final String NO_DAY_LAST = "'infinity'::date";

    private static final String BY_ID =
            "SELECT %s FROM %s WHERE p.id = ?".formatted(ProjectRows.COLUMNS, ProjectRows.TODAY);

    private final Listing listing;
    private final Sql sql;
    private final ProjectRows rows;
    private final ProjectSelection selection;
    private final Relevance relevance;
    private final Caller caller;

    ProjectReader(
            Listing listing,
            Sql sql,
            ProjectRows rows,
            ProjectSelection selection,
            Relevance relevance,
            Caller caller) {
        this.listing = listing;
        this.sql = sql;
        this.rows = rows;
        this.selection = selection;
        this.relevance = relevance;
        this.caller = caller;
    }

    /** What the conditions of a filter are about, as {@code p}: the projects of today, or their versions. */
    public static String table(ProjectFilter filter) {
        return filter.asOf() == null ? "project p" : ProjectRows.VERSIONS;
    }

    /** With whose eyes the caller reads. */
    public ProjectSight sight() {
        if (caller.hasAnyRole(STAFF)) {
            return ProjectSight.EVERYTHING;
        }
        return caller.hasRole(Roles.APPLICANT)
                ? new ProjectSight(false, caller.organisation().orElse(null))
                : ProjectSight.PUBLISHED;
    }

    public Page<ProjectView> page(ProjectFilter filter, PageParams params) {
        ProjectSight sight = sight();
        return rows.shown(stored(filter, params, sight), sight);
    }

    private Page<StoredProject> stored(ProjectFilter filter, PageParams params, ProjectSight sight) {
        if (!byRelevance(filter, params)) {
            return this.<StoredProject>select(ProjectRows.COLUMNS, filter, sight)
                    .page(params, StoredProject::read);
        }
        Page<StoredProject> page = ranked(filter, sight).page(params, StoredProject::read);
        return page.count() != null && page.count().count() >= Relevance.WEIGHED
                // There may be more hits than are weighed, and the count is of all.
                ? new Page<>(
                        page.items(),
                        page.nextPageToken(),
                        select(filter, sight).count())
                : page;
    }

    /** Refuses an order that is not offered, before the first byte of an export is sent. */
    public void checkOrder(ProjectFilter filter, PageParams params) {
        select(filter, ProjectSight.PUBLISHED).checkOrder(params);
    }

    /** Every project that matches, one after the other; memory does not grow with their number. */
    public void forEach(ProjectFilter filter, PageParams params, ProjectSight sight, Consumer<ProjectView> consumer) {
        select(filter, sight).stream(params, row -> sight.shown(rows.read(row)), consumer);
    }

    /** As {@link #forEach}, as rows of a table. */
    public void forEachFlat(
            ProjectFilter filter, PageParams params, ProjectSight sight, Consumer<FlatProject> consumer) {
        this.<FlatProject>select(FlatProject.COLUMNS, filter, sight).stream(
                params, row -> FlatProject.read(row, sight), consumer);
    }

    /** As {@link #forEach}, with a further column of SQL over {@code p} as text. */
    public void forEachWith(
            String column,
            ProjectFilter filter,
            PageParams params,
            ProjectSight sight,
            BiConsumer<ProjectView, @Nullable String> consumer) {
        this.<Map.Entry<ProjectView, Optional<String>>>select(
                ProjectRows.COLUMNS + ", (" + column + ")::text AS beside", filter, sight)
                .stream(
                        params,
                        row -> Map.entry(sight.shown(rows.read(row)), Optional.ofNullable(row.getString("beside"))),
                        both -> consumer.accept(both.getKey(), both.getValue().orElse(null)));
    }

    /** A project as of today. @throws ProblemException 404 also for drafts that the caller may not see */
    public ProjectView get(UUID id) {
        ProjectSight sight = sight();
        return find(id).filter(sight::sees)
                .map(sight::shown)
                .orElseThrow(() -> ProblemException.notFound("project", id));
    }

    /** As stored, whoever asks: for the use cases of this service. */
    public Optional<ProjectView> find(UUID id) {
        return sql.first(BY_ID, rows::read, id);
    }

    /** @throws ProblemException 404 if there is no such project, draft or not */
    public void require(UUID id) {
        if (find(id).isEmpty()) {
            throw ProblemException.notFound("project", id);
        }
    }

    private SqlList<ProjectView> select(ProjectFilter filter, ProjectSight sight) {
        return select(ProjectRows.COLUMNS, filter, sight);
    }

    private <T> SqlList<T> select(String columns, ProjectFilter filter, ProjectSight sight) {
        ProjectConditions conditions = selection.of(filter, sight);
        return sorted(
                        listing.<T>select(columns).from(filter.asOf() == null ? ProjectRows.TODAY : ProjectRows.AS_OF),
                        filter)
                .where(conditions.all(), conditions.values())
                .defaultSort("title");
    }

    /** The newest hits of a question, the best of them first. */
    private SqlList<StoredProject> ranked(ProjectFilter filter, ProjectSight sight) {
        ProjectConditions conditions = selection.of(filter, sight);
        return sorted(
                        listing.<StoredProject>select(ProjectRows.COLUMNS)
                                .from(
                                        Relevance.from(table(filter), conditions),
                                        Relevance.values(filter.question(), conditions))
                                .readAs(relevance.planned(table(filter), conditions)),
                        filter)
                .sortableNotNull("relevance", "p.relevance", SortType.INTEGER)
                .defaultSort("relevance desc");
    }

    private static <T> SqlList<T> sorted(SqlList<T> list, ProjectFilter filter) {
        if (filter.asked()) {
            list.plannedByValues();
        }
        return list.idColumn("p.id")
                .sortableNotNull("title", "p.title", SortType.TEXT)
                .sortableNotNull("code", "p.code", SortType.TEXT)
                .sortableNullsLast("startDate", "p.start_date", SortType.DATE, NO_DAY_FIRST, NO_DAY_LAST)
                .sortableNullsLast("endDate", "p.end_date", SortType.DATE, NO_DAY_FIRST, NO_DAY_LAST)
                .sortableNotNull("status", "p.status", SortType.TEXT)
                .sortableNotNull("statusSince", "p.status_since", SortType.DATE)
                .sortableNotNull("createdAt", "p.created_at", SortType.INSTANT)
                .sortableNotNull("updatedAt", "p.updated_at", SortType.INSTANT);
    }

    private static boolean byRelevance(ProjectFilter filter, PageParams params) {
        return filter.asked()
                && (params.orderBy == null
                        || params.orderBy.isBlank()
                        || params.orderBy.strip().startsWith("relevance"));
    }
}
