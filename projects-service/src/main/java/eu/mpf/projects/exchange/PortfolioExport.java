package eu.mpf.projects.exchange;

import eu.mpf.projects.project.ProjectFilter;
import eu.mpf.projects.project.ProjectReader;
import eu.mpf.projects.project.ProjectView;
import eu.mpf.web.export.RowSource;
import eu.mpf.web.page.PageParams;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.OutputStream;
import java.time.Instant;

/** Streams the portfolio in the formats of others; memory does not grow with the number of projects. */
@ApplicationScoped
public class PortfolioExport {

    private final ProjectReader projects;

    PortfolioExport(ProjectReader projects) {
        this.projects = projects;
    }

    /** The projects that match, with what the caller of now may see. */
    public RowSource<ProjectView> rows(ProjectFilter filter, PageParams params) {
        // Who asks is settled here: rows are read later, when the request's identity may be gone.
        boolean all = projects.seesEverything();
        projects.checkOrder(filter, params);
        return consumer -> projects.forEach(filter, params, all, consumer);
    }

    /** Writes IATI 2.03 activities. */
    public void iati(RowSource<ProjectView> rows, OutputStream out) {
        IatiActivities activities = new IatiActivities(out, Instant.now());
        rows.forEach(activities::write);
        // Only now: an export that broke off must not look complete.
        activities.finish();
    }
}
