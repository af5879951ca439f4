package eu.mpf.system.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.system.client.Eventually;
import eu.mpf.system.client.Platform;
import eu.mpf.system.client.Session;
import eu.mpf.system.trace.SpanCollector;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Puts a person whose name and address are marked into every part of a running platform, and mistakes made with them, and
 * then looks where no personal data may be: logs of all processes, metrics, spans, topics and all that is public. In each
 * of these places something else is planted that the same search must find. At the end all audit chains verify.
 */
public final class MarkerSearch {

    private static final List<String> SERVICES = List.of("projects", "events", "calls", "gateway");

    private final Platform platform;
    private final int port;
    private final Path logs;
    private final PublicPages pages;
    private final SpanCollector spans;
    private final Mark person = Mark.random();
    private final Mark planted = Mark.random();
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * @param port of the gateway; services, PostgreSQL and the broker listen where the local stack has them
     * @param data where the stack keeps its data and logs
     * @param root of the repository
     */
    public MarkerSearch(Platform platform, int port, Path data, Path root, SpanCollector spans) {
        this.platform = platform;
        this.port = port;
        this.logs = data.resolve("logs");
        this.pages = new PublicPages(platform, root);
        this.spans = spans;
    }

    public void show() throws IOException, InterruptedException, ExecutionException, SQLException {
        MarkedPerson marked = new MarkedPerson(platform, person);
        marked.appearsUnseen();
        mistakes(marked.event());
        assertThat(new DatabaseScan(port + 5, "events").find(person))
                .as("the person is there")
                .contains("registration.name", "registration.address");
        String control = plant();
        Eventually.see("spans of the planted request", () -> inSpans(planted), found -> found);
        everythingHasLeft();

        assertThat(inLogs(planted.needle())).as("planted in a path").contains("gateway.log");
        assertThat(inLogs("installed features"))
                .as("what each application says")
                .contains("gateway.log", "projects-service.log", "events-service.log", "calls-service.log");
        assertThat(inLogs("ready to accept connections")).contains("postgresql.log");
        assertThat(inLogs(person.needle()))
                .as("logs in which the person stands")
                .isEmpty();

        assertThat(inMetrics("http_server_requests")).as("planted").containsAll(List.of(1, 2, 3));
        assertThat(inMetrics(person.needle()))
                .as("metrics in which the person stands")
                .isEmpty();

        assertThat(inSpans(person)).as("the person stands in a span").isFalse();

        TopicScan topics = new TopicScan(port + 6);
        assertThat(topics.find(planted)).as("planted").contains("mpf.projects.organisation.v1");
        assertThat(topics.find(person)).as("topics in which the person stands").isEmpty();

        assertThat(pages.find(planted, control)).as("planted").isNotEmpty();
        String event = marked.event().substring(marked.event().lastIndexOf('/') + 1);
        List<String> further = reports();
        further.add(event);
        assertThat(pages.find(person, further.toArray(String[]::new)))
                .as("public pages on which the person stands")
                .isEmpty();
        assertThat(pages.read()).as("public pages read").isGreaterThan(50);
        assertThat(pages.pdfs()).as("reports among them").isPositive();

        SERVICES.forEach(this::chainVerifies);
    }

    /** Refused requests and searches, each with the person in it: what goes wrong is what gets logged. */
    private void mistakes(String event) throws IOException, InterruptedException {
        ObjectNode registration = Session.object(it ->
                it.put("name", person.name()).put("address", person.address()).put("category", "NO_SUCH_CATEGORY"));
        platform.anonymous().post(event + "/registrations", registration).expect(400);
        registration.put("category", "MEMBER_STATE").put(person.letters(), person.name());
        platform.anonymous().post(event + "/registrations", registration).expect(400);
        Session manager = platform.as("event-manager");
        manager.get("/v1/people?q=" + person.letters()).expect(200, 400);
        manager.get(event + "/registrations?q=" + person.letters()).expect(200, 400);
        manager.get(event + "/registrations?" + person.letters() + "=1").expect(400);
        manager.post(
                        event + "/invitations",
                        Session.object(it -> it.put("address", person.address()).put("name", person.name())))
                .expect(404, 409);
        send("POST", event + "/registrations", "{\"name\": \"" + person.name() + "\", \"address\": ");
        send("GET", "/v1/projects?pageToken=" + person.letters(), null);
    }

    /** In a public name, in a path, and in a request that a service refuses loudly. Returns the id of what has the name. */
    private String plant() throws IOException, InterruptedException {
        Session officer = platform.as("programme-officer");
        String id = officer.post(
                        "/v1/organisations",
                        Session.object(it -> it.put("code", "PLANTED-" + System.nanoTime())
                                .put("name", planted.name())
                                .put("kind", "PUBLIC_AUTHORITY")
                                .put("country", "LV")))
                .expect(201)
                .id();
        platform.anonymous().get("/v1/organisations/" + planted.letters()).expect(400, 404);
        return id;
    }

    /** Reports on events are in no list of their own. */
    private List<String> reports() {
        List<String> ids = new ArrayList<>();
        for (JsonNode event : platform.anonymous()
                .get("/v1/events?pageSize=50")
                .expect(200)
                .json()
                .path("items")) {
            platform.anonymous()
                    .get("/v1/events/" + event.path("id").asText() + "/synopses")
                    .expect(200)
                    .json()
                    .path("items")
                    .forEach(report -> ids.add(report.path("id").asText()));
        }
        return ids;
    }

    private void send(String method, String path, @Nullable String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(platform.gateway().resolve(path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(400);
    }

    /** @param text in lower case */
    private Set<String> inLogs(String text) throws IOException {
        Set<String> found = new TreeSet<>();
        try (var files = Files.list(logs)) {
            for (Path file : files.toList()) {
                String log = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (log.toLowerCase(Locale.ROOT).contains(text)) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        return found;
    }

    /** By the application's port, counted from the gateway's. */
    private Set<Integer> inMetrics(String text) throws IOException, InterruptedException {
        Set<Integer> found = new TreeSet<>();
        for (int application = 1; application <= SERVICES.size(); application++) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:%d/q/metrics".formatted(port + application)))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode())
                    .as("metrics at port +%d", application)
                    .isEqualTo(200);
            if (answer.body().toLowerCase(Locale.ROOT).contains(text)) {
                found.add(application);
            }
        }
        return found;
    }

    private boolean inSpans(Mark mark) {
        return spans.bodies().stream().anyMatch(mark::isIn);
    }

    private void chainVerifies(String service) {
        JsonNode found = platform.as("auditor")
                .post("/v1/audit/" + service + ":verify", Session.object(it -> {}))
                .expect(200)
                .json();
        assertThat(found.path("intact").asBoolean())
                .as("the audit chain of %s: %s", service, found)
                .isTrue();
        assertThat(found.path("checked").asLong()).as("entries of %s", service).isPositive();
    }

    /** Events wait in the outboxes for a moment, and spans for the next batch. */
    private void everythingHasLeft() {
        for (String service : SERVICES) {
            Eventually.see(
                    "the outbox of " + service + " is empty",
                    () -> {
                        try {
                            return new DatabaseScan(port + 5, service).waiting();
                        } catch (SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    waiting -> waiting == 0);
        }
    }
}
