package eu.mpf.system.bench;

import eu.mpf.system.client.Answer;
import eu.mpf.system.client.Platform;
import eu.mpf.system.client.Session;
import eu.mpf.system.demo.BordersCall;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Reads and writes of all three services through the gateway: five reads to one write. */
final class MixedLoad {

    private final Session anonymous;
    private final Session officer;
    private final Session manager;
    private final String run =
            Long.toString(System.currentTimeMillis(), Character.MAX_RADIX).toUpperCase(Locale.ROOT);
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicLong refused = new AtomicLong();

    MixedLoad(int port) {
        var platform = new Platform(
                URI.create("http://127.0.0.1:" + port),
                URI.create("http://127.0.0.1:" + (port + 7) + "/mpf/token"),
                "dev-secret",
                exchange -> {});
        anonymous = platform.anonymous();
        officer = platform.as("programme-officer");
        manager = platform.as("event-manager");
    }

    void run(int clients, Duration duration) {
        long start = System.nanoTime();
        List<Supplier<Answer>> requests = requests();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < clients; client++) {
                threads.execute(() -> {
                    while (System.nanoTime() - start < duration.toNanos()) {
                        Answer answer = requests.get(number.getAndIncrement() % requests.size())
                                .get();
                        if (answer.status() >= 300) {
                            refused.incrementAndGet();
                        }
                    }
                });
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "load: %d clients for %.0f s, %,d requests (%.0f/s; 3 of 18 write), %d not answered with 2xx%n",
                clients, seconds, number.get(), number.get() / seconds, refused.get());
    }

    private List<Supplier<Answer>> requests() {
        Supplier<Answer> projects = () -> anonymous.get("/v1/projects?pageSize=50");
        Supplier<Answer> drafts = () -> officer.get("/v1/projects?orderBy=startDate&pageSize=50");
        Supplier<Answer> bodies = () -> anonymous.get("/v1/organisations?pageSize=50");
        Supplier<Answer> events = () -> anonymous.get("/v1/events?pageSize=50");
        Supplier<Answer> series = () -> anonymous.get("/v1/event-series");
        Supplier<Answer> people = () -> manager.get("/v1/people?pageSize=50");
        Supplier<Answer> calls = () -> anonymous.get("/v1/calls");
        Supplier<Answer> everyCall = () -> officer.get("/v1/calls?pageSize=50");
        return List.of(
                projects,
                events,
                calls,
                bodies,
                series,
                this::writeOrganisation,
                drafts,
                people,
                everyCall,
                projects,
                events,
                this::writePerson,
                calls,
                drafts,
                people,
                everyCall,
                bodies,
                this::writeCall);
    }

    private Answer writeOrganisation() {
        var body = Session.object(it -> it.put("code", key())
                .put("name", "Measured authority")
                .put("kind", "PUBLIC_AUTHORITY")
                .put("country", "LV"));
        return officer.post("/v1/organisations", body);
    }

    private Answer writePerson() {
        return manager.post(
                "/v1/people",
                Session.object(
                        it -> it.put("key", key().toLowerCase(Locale.ROOT)).put("name", "Measured person")));
    }

    private Answer writeCall() {
        return officer.post("/v1/calls", BordersCall.draft(key()));
    }

    private String key() {
        return "BENCH-" + run + "-" + number.get() + "-"
                + Thread.currentThread().threadId();
    }
}
