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

    /** Whether the caller belongs to those who see drafts and money before it is public. */
    public boolean seesEverything() {
        return caller.hasAnyRole(STAFF);
    }

    public Page<ProjectView> page(ProjectFilter filter, PageParams params) {
        boolean all = seesEverything();
        if (!byRelevance(filter, params)) {
            return select(filter, all).page(params, row -> shown(rows.read(row), all));
        }
        Page<ProjectView> page = ranked(filter, all).page(params, row -> shown(rows.read(row), all));
        return page.count() != null && page.count().count() >= Relevance.WEIGHED
                // There may be more hits than are weighed, and the count is of all.
                ? new Page<>(
                        page.items(), page.nextPageToken(), select(filter, all).count())
                : page;
    }

    /** Refuses an order that is not offered, before the first byte of an export is sent. */
    public void checkOrder(ProjectFilter filter, PageParams params) {
        select(filter, false).checkOrder(params);
    }

    /** Every project that matches, one after the other; memory does not grow with their number. */
    public void forEach(ProjectFilter filter, PageParams params, boolean all, Consumer<ProjectView> consumer) {
        select(filter, all).stream(params, row -> shown(rows.read(row), all), consumer);
    }

    /** As {@link #forEach}, as rows of a table. */
    public void forEachFlat(ProjectFilter filter, PageParams params, boolean all, Consumer<FlatProject> consumer) {
        this.<FlatProject>select(FlatProject.COLUMNS, filter, all).stream(
                params, row -> FlatProject.read(row, all), consumer);
    }

    /** As {@link #forEach}, with a further column of SQL over {@code p} as text. */
    public void forEachWith(
            String column,
            ProjectFilter filter,
            PageParams params,
            boolean all,
            BiConsumer<ProjectView, @Nullable String> consumer) {
        this.<Map.Entry<ProjectView, Optional<String>>>select(
                ProjectRows.COLUMNS + ", (" + column + ")::text AS beside", filter, all)
                .stream(
                        params,
                        row -> Map.entry(shown(rows.read(row), all), Optional.ofNullable(row.getString("beside"))),
                        both -> consumer.accept(both.getKey(), both.getValue().orElse(null)));
    }

    /** A project as of today. @throws ProblemException 404 also for drafts that the caller may not see */
    public ProjectView get(UUID id) {
        boolean all = seesEverything();
        return find(id).filter(found -> all || found.visibility() == Visibility.PUBLISHED)
                .map(found -> shown(found, all))
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

    private static ProjectView shown(ProjectView project, boolean all) {
        return all ? project : project.withoutUnpublishedMoney();
    }

    private SqlList<ProjectView> select(ProjectFilter filter, boolean all) {
        return select(ProjectRows.COLUMNS, filter, all);
    }

    private <T> SqlList<T> select(String columns, ProjectFilter filter, boolean all) {
        ProjectConditions conditions = selection.of(filter, all);
        return sorted(
                        listing.<T>select(columns).from(filter.asOf() == null ? ProjectRows.TODAY : ProjectRows.AS_OF),
                        filter)
                .where(conditions.all(), conditions.values())
                .defaultSort("title");
    }

    /** The newest hits of a question, the best of them first. */
    private SqlList<ProjectView> ranked(ProjectFilter filter, boolean all) {
        ProjectConditions conditions = selection.of(filter, all);
        return sorted(
                        listing.<ProjectView>select(ProjectRows.COLUMNS)
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
