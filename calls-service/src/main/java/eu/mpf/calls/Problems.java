package eu.mpf.calls;

import eu.mpf.web.problem.ProblemCatalogue;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** This service's part of the problem catalogue. */
class Problems {

    @Produces
    @Singleton
    ProblemCatalogue.Part problems() {
        return ProblemCatalogue.Part.of(CallsProblem.values());
    }
}
