package eu.mpf.projects.project;

import eu.mpf.projects.codelist.CodeLists;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.page.SqlList;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import eu.mpf.web.value.Countries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads projects in one statement each, and shows every caller what is for them. */
@ApplicationScoped
public class ProjectReader {

    private static final List<String> STAFF =
            List.of(Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR);

    private final Listing listing;
    private final ProjectRows rows;
    private final CodeLists codeLists;
    private final Caller caller;

    ProjectReader(Listing listing, ProjectRows rows, CodeLists codeLists, Caller caller) {
        this.listing = listing;
        this.rows = rows;
        this.codeLists = codeLists;
        this.caller = caller;
    }

    /** Whether the caller belongs to those who see drafts and money before it is public. */
    public boolean seesEverything() {
        return STAFF.stream().anyMatch(caller::hasRole);
    }

    public Page<ProjectView> page(ProjectFilter filter, PageParams params) {
        boolean all = seesEverything();
        return select(filter, all).page(params, row -> shown(rows.read(row), all));
    }

    /** Refuses an order that is not offered, before the first byte of an export is sent. */
    public void checkOrder(ProjectFilter filter, PageParams params) {
        select(filter, false).checkOrder(params);
    }

    /** Every project that matches, one after the other; memory does not grow with their number. */
    public void forEach(ProjectFilter filter, PageParams params, boolean all, Consumer<ProjectView> consumer) {
        select(filter, all).stream(params, row -> shown(rows.read(row), all), consumer);
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
        return one("p.id = ?", id);
    }

    /** @throws ProblemException 404 if there is no such project, draft or not */
    public void require(UUID id) {
        if (find(id).isEmpty()) {
            throw ProblemException.notFound("project", id);
        }
    }

    private Optional<ProjectView> one(String condition, Object value) {
        return listing
                .<ProjectView>select(ProjectRows.COLUMNS)
                .from(ProjectRows.TODAY)
                .idColumn("p.id")
                .where(condition, value)
                .page(new PageParams(), rows::read)
                .items()
                .stream()
                .findFirst();
    }

    private static ProjectView shown(ProjectView project, boolean all) {
        return all ? project : project.withoutUnpublishedMoney();
    }

    private SqlList<ProjectView> select(ProjectFilter f, boolean all) {
        SqlList<ProjectView> list = listing.<ProjectView>select(ProjectRows.COLUMNS)
                .from(f.asOf() == null ? ProjectRows.TODAY : ProjectRows.AS_OF)
                .idColumn("p.id")
                .sortableNotNull("title", "p.title", SortType.TEXT)
                .sortableNotNull("code", "p.code", SortType.TEXT)
                .sortable("startDate", "p.start_date", SortType.DATE)
                .sortable("endDate", "p.end_date", SortType.DATE)
                .sortableNotNull("status", "p.status", SortType.TEXT)
                .sortableNotNull("statusSince", "p.status_since", SortType.DATE)
                .sortableNotNull("createdAt", "p.created_at", SortType.INSTANT)
                .sortableNotNull("updatedAt", "p.updated_at", SortType.INSTANT)
                .defaultSort("title");
        if (f.asOf() != null) {
            list.where("p.valid @> ?::date", f.asOf());
        }
        list.whereIf(!all, "p.visibility = 'PUBLISHED'");
        if (f.q() != null && !f.q().isBlank()) {
            list.where("p.search @@ websearch_to_tsquery('simple', plain(?))", f.q());
        }
        anyOf(list, "p.code", f.code());
        anyOf(list, "p.status", f.status());
        anyOf(list, "p.kind", f.kind());
        anyOf(list, "p.fund", resolved("funds", f.fund()));
        anyOf(list, "p.region", resolved("regions", f.region()));
        anyOf(list, "p.lead_code", f.lead());
        anyOf(list, "p.call_id", f.callId());
        anyOf(list, "p.grant_id::text", f.grantId());
        overlap(list, "p.themes", resolved("themes", f.theme()));
        List<String> countries = f.country().stream()
                .map(each -> Countries.known(each) ? Countries.canonical(each) : each)
                .toList();
        if (!countries.isEmpty()) {
            list.where("p.partner_countries && ?::text[]", countries);
        }
        if (!f.type().isEmpty()) {
            list.where(
                    "EXISTS (SELECT 1 FROM current_classification c WHERE c.project_id = p.id AND c.means && ?::text[])",
                    f.type());
        }
        list.whereIf(f.notPresented(), "NOT EXISTS (SELECT 1 FROM presentation s WHERE s.project_id = p.id::text)");
        if (f.startedAfter() != null) {
            list.where("p.start_date >= ?", f.startedAfter());
        }
        if (f.startedBefore() != null) {
            list.where("p.start_date <= ?", f.startedBefore());
        }
        return list;
    }

    private List<String> resolved(String codeList, List<String> inputs) {
        return inputs.stream()
                .map(input -> codeLists.resolve(codeList, input).orElse(input))
                .toList();
    }

    private static void anyOf(SqlList<ProjectView> list, String column, List<?> values) {
        if (!values.isEmpty()) {
            list.where(column + " = ANY(?::text[])", values);
        }
    }

    private static void overlap(SqlList<ProjectView> list, String column, List<String> values) {
        if (!values.isEmpty()) {
            list.where(column + " && ?::text[]", values);
        }
    }
}
