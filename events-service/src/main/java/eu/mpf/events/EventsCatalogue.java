package eu.mpf.events;

import eu.mpf.web.problem.ProblemCatalogue;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Adds this service's problems to the catalogue served at {@code /problems}. */
class EventsCatalogue {

    @Produces
    @Singleton
    ProblemCatalogue.Part problems() {
        return ProblemCatalogue.Part.of(EventsProblem.values());
    }
}
