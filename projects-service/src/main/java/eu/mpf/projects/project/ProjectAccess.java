package eu.mpf.projects.project;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who may see what is kept beside a project: the public, the body that leads it, or the staff. */
@ApplicationScoped
public class ProjectAccess {

    private final ProjectReader projects;
    private final Caller caller;

    ProjectAccess(ProjectReader projects, Caller caller) {
        this.projects = projects;
        this.caller = caller;
    }

    /** Whether the caller belongs to those who see everything. */
    public boolean staff() {
        return projects.seesEverything();
    }

    /** Whether the caller speaks for the body that leads this project. */
    public boolean leads(ProjectView project) {
        return caller.hasRole(Roles.APPLICANT)
                && caller.organisation()
                        .filter(code -> code.equals(project.leadOrganisation()))
                        .isPresent();
    }

    /** Whether the caller sees work in progress of this project. */
    public boolean insider(ProjectView project) {
        return staff() || leads(project);
    }

    /** A project as stored. @throws ProblemException 404 for a draft, unless the caller is of the staff or of the lead */
    public ProjectView readable(UUID projectId) {
        return projects.find(projectId)
                .filter(project -> project.visibility() == Visibility.PUBLISHED || insider(project))
                .orElseThrow(() -> ProblemException.notFound("project", projectId));
    }

    /** @throws ProblemException 404 unless the caller is of the staff or of the lead: others do not learn that it exists */
    public ProjectView forInsiders(UUID projectId) {
        return projects.find(projectId)
                .filter(this::insider)
                .orElseThrow(() -> ProblemException.notFound("project", projectId));
    }
}
