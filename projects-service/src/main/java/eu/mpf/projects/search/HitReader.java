package eu.mpf.projects.search;

import eu.mpf.projects.project.ProjectConditions;
import eu.mpf.projects.project.ProjectFilter;
import eu.mpf.projects.project.ProjectReader;
import eu.mpf.projects.project.ProjectSelection;
import eu.mpf.projects.project.ProjectStatus;
import eu.mpf.projects.project.Relevance;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Reads hits: cheaper than whole projects, with the passage that answers. */
@ApplicationScoped
public class HitReader {

    /** The English summary, else the first one there is, else the title; in the words of its language. */
    private static final String SNIPPET = """
            CASE WHEN p.details #>> '{summary,en}' IS NOT NULL
                 THEN ts_headline('english', p.details #>> '{summary,en}', p.question, %1$s)
                 ELSE COALESCE((SELECT ts_headline(text_configuration(key), value, p.question, %1$s)
                                FROM jsonb_each_text(p.details -> 'summary') LIMIT 1), p.title) END""";

    private static final String FORM = "'MaxWords=30, MinWords=12, StartSel=\"\", StopSel=\"\"'";

    private final Listing listing;
    private final ProjectSelection selection;
    private final ProjectReader projects;
    private final Relevance relevance;

    HitReader(Listing listing, ProjectSelection selection, ProjectReader projects, Relevance relevance) {
        this.listing = listing;
        this.selection = selection;
        this.projects = projects;
        this.relevance = relevance;
    }

    /** @throws ProblemException 400 without a question: without one nothing is a hit */
    public Page<ProjectHit> page(ProjectFilter filter, PageParams params) {
        if (!filter.asked()) {
            throw ProblemException.invalid("?q", "required", "Hits answer a question");
        }
        ProjectConditions conditions = selection.of(filter, projects.sight());
        return listing.<ProjectHit>select(
                        "p.id, p.code, p.title, p.status, p.relevance, " + SNIPPET.formatted(FORM) + " AS snippet")
                .from(Relevance.from("project p", conditions), Relevance.values(filter.question(), conditions))
                .readAs(relevance.planned("project p", conditions))
                .plannedByValues()
                .idColumn("p.id")
                .sortableNotNull("relevance", "p.relevance", SortType.INTEGER)
                .defaultSort("relevance desc")
                .page(params, HitReader::read);
    }

    private static ProjectHit read(ResultSet row) throws SQLException {
        return new ProjectHit(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("title"),
                ProjectStatus.valueOf(row.getString("status")),
                row.getString("snippet"),
                row.getInt("relevance"));
    }
}
