package eu.mpf.system.bench;

import eu.mpf.system.client.Platform;
import eu.mpf.system.client.Session;
import eu.mpf.system.up.EventsReplicas;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Events that people can register for. */
final class OpeningEvents {

    private final EventsReplicas service;

    OpeningEvents(EventsReplicas service) {
        this.service = service;
    }

    /** @return ids */
    List<String> publish(int events, int seats, Map<String, Integer> limits) {
        var platform = new Platform(
                URI.create(service.urls().getFirst()), URI.create(service.tokenEndpoint()), "dev-secret", log -> {});
        Session manager = platform.as("event-manager");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            ids.add(publish(manager, seats, limits));
        }
        return ids;
    }

    private static String publish(Session manager, int seats, Map<String, Integer> limits) {
        var body = Session.object(event -> {
            event.put("key", "OPENING-" + System.nanoTime());
            event.putObject("title").put("en", "Opening");
            event.put("mode", "IN_PERSON");
            event.put("timeZone", "Europe/Brussels");
            event.put("startsLocal", "2099-09-21T09:00:00");
            event.put("endsLocal", "2099-09-21T17:00:00");
            event.put("capacity", seats);
            var of = event.putObject("categoryLimits");
            limits.forEach(of::put);
        });
        String id = manager.post("/v1/events", body).expect(201).id();
        manager.move("/v1/events/" + id, "publish", null).expect(200);
        return id;
    }
}
