package eu.mpf.events.linkeddata;

import eu.mpf.events.EventsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where things of this service are found from outside: their names in linked data. */
@ApplicationScoped
class Addresses {
    private final String publicUrl;
    private final EventsConfig.Organiser organiser;

    Addresses(
            @ConfigProperty(name = "mpf.public-url", defaultValue = "http://127.0.0.1:8080") String publicUrl,
            EventsConfig config) {
        this.publicUrl = publicUrl;
        this.organiser = config.organiser();
    }

    String event(UUID id) {
        return publicUrl + "/v1/events/" + id;
    }

    String registrations(UUID eventId) {
        return event(eventId) + "/registrations";
    }

    String series(UUID id) {
        return publicUrl + "/v1/event-series/" + id;
    }

    String session(UUID id) {
        return publicUrl + "/v1/sessions/" + id;
    }

    String person(UUID id) {
        return publicUrl + "/v1/people/" + id;
    }

    String synopsis(UUID id) {
        return publicUrl + "/v1/synopses/" + id;
    }

    String organiserName() {
        return organiser.name();
    }

    String organiserPage() {
        return organiser.page();
    }
}
