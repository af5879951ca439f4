package eu.mpf.web;

import eu.mpf.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This service as paths, topics and audit trails call it: {@code projects} for {@code projects-service}. */
@ApplicationScoped
public class ServiceName {
    private final String name;

    ServiceName(@ConfigProperty(name = "quarkus.application.name") String application) {
        this.name = application.replaceFirst("-service$", "");
    }

    public String name() {
        return name;
    }

    /** @throws ProblemException 404 if a path names another service */
    public void require(String asked) {
        if (!asked.equals(name)) {
            throw ProblemException.notFound("service here called", asked);
        }
    }
}
