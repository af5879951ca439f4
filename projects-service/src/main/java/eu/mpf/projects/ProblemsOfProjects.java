package eu.mpf.projects;

import eu.mpf.web.problem.ProblemCatalogue;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts this service's problems into the served catalogue. */
class ProblemsOfProjects {

    @Produces
    @Singleton
    ProblemCatalogue.Part problems() {
        return ProblemCatalogue.Part.of(ProjectsProblem.values());
    }
}
