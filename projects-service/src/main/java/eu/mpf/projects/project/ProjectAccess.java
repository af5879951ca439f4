package eu.mpf.projects.project;

import eu.mpf.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who may see what is kept beside a project: the public, the body that leads it, or the staff. */
@ApplicationScoped
public class ProjectAccess {

    private final ProjectReader projects;

    ProjectAccess(ProjectReader projects) {
        this.projects = projects;
    }

    /** Whether the caller belongs to those who see everything. */
    public boolean staff() {
        return projects.sight().all();
    }

    /** Whether the caller speaks for the body that leads this project. */
    public boolean leads(ProjectView project) {
        return projects.sight().leads(project.leadOrganisation());
    }

    /** Whether the caller sees work in progress of this project. */
    public boolean insider(ProjectView project) {
        return projects.sight().inside(project.leadOrganisation());
    }

    /** A project as stored. @throws ProblemException 404 for a draft, unless the caller is of the staff or of the lead */
    public ProjectView readable(UUID projectId) {
        return projects.find(projectId)
                .filter(projects.sight()::sees)
                .orElseThrow(() -> ProblemException.notFound("project", projectId));
    }

    /** @throws ProblemException 404 unless the caller is of the staff or of the lead: others do not learn that it exists */
    public ProjectView forInsiders(UUID projectId) {
        return projects.find(projectId)
                .filter(this::insider)
                .orElseThrow(() -> ProblemException.notFound("project", projectId));
    }
}
