package eu.mpf.web;

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
}
