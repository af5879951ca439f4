package eu.mpf.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.gateway.audience.Audiences;
import eu.mpf.gateway.kit.Endpoint;
import eu.mpf.gateway.kit.EventSource;
import eu.mpf.gateway.kit.EventStream;
import eu.mpf.gateway.kit.FrontDoor;
import eu.mpf.gateway.kit.Issuer;
import eu.mpf.gateway.kit.StubPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One event of every type there is, and who is told of it: by the feed, by its stream, by webhooks. */
@QuarkusTest
@Tag("running")
@Tag("X6")
@Tag("X8")
@QuarkusTestResource(StubPlatform.class)
class WhoIsToldTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Comes last, and everybody is told of it. */
    private static final String LAST = "eu.mpf.projects.organisation.registered.v1";

    private static final String INVENTED = "eu.mpf.calls.application.invented.v1";
    private static final String DECIDED = "eu.mpf.calls.application.decided.v1";
    private static final Set<String> SUBMISSIONS = Set.of(
            "eu.mpf.calls.application.submitted.v1",
            "eu.mpf.calls.application.withdrawn.v1",
            "eu.mpf.projects.report.submitted.v1");
    private static final Set<String> AWARDS =
            Set.of(DECIDED, "eu.mpf.calls.grant.awarded.v1", "eu.mpf.calls.grant.withdrawn.v1");
    private static final Set<String> REGISTRATIONS = Stream.of(
                    "confirmed", "waitlisted", "promoted", "withdrawn", "checked-in")
            .map("eu.mpf.events.registration.%s.v1"::formatted)
            .collect(Collectors.toSet());
    private static final Set<String> BETWEEN_SERVICES = Set.of(
            "eu.mpf.projects.audit.sealed.v1",
            "eu.mpf.projects.code-list.changed.v1",
            "eu.mpf.events.audit.sealed.v1",
            "eu.mpf.calls.audit.sealed.v1",
            "eu.mpf.gateway.audit.sealed.v1",
            "eu.mpf.gateway.person.export-requested.v1",
            "eu.mpf.gateway.person.erasure-requested.v1",
            "eu.mpf.gateway.person.exported.v1",
            "eu.mpf.gateway.person.erased.v1");

    /** A reader, and what it is told of beside what is public. The events concern LV-SBG. */
    private record Reader(String role, String organisation, List<Set<String>> more) {
        Set<String> expected(Set<String> all) {
            Set<String> told = new TreeSet<>(all);
            for (Set<String> hidden : List.of(SUBMISSIONS, AWARDS, REGISTRATIONS, BETWEEN_SERVICES, Set.of(INVENTED))) {
                told.removeAll(hidden);
            }
            more.forEach(told::addAll);
            return told;
        }
    }

    private static final List<Reader> READERS = List.of(
            new Reader("partner", null, List.of()),
            new Reader("partner", "LT-SBGS", List.of()),
            new Reader("applicant", "LT-SBGS", List.of()),
            new Reader("partner", "LV-SBG", List.of(SUBMISSIONS)),
            new Reader("applicant", "LV-SBG", List.of(SUBMISSIONS)),
            new Reader("evaluator", null, List.of()),
            new Reader("committee-member", null, List.of()),
            new Reader("consultee", null, List.of()),
            new Reader("rapporteur", null, List.of()),
            new Reader("event-manager", null, List.of(REGISTRATIONS)),
            new Reader("data-protection-officer", null, List.of(REGISTRATIONS)),
            new Reader("programme-officer", null, List.of(SUBMISSIONS, AWARDS)),
            new Reader("finance-officer", null, List.of(SUBMISSIONS, AWARDS)),
            new Reader("auditor", null, List.of(SUBMISSIONS, AWARDS)),
            new Reader("administrator", null, List.of(SUBMISSIONS, AWARDS, Set.of(INVENTED))));

    Issuer issuer;

    @Inject
    GatewayLifecycle gateway;

    @Inject
    Audiences audiences;

    private final String run = UUID.randomUUID().toString();

    @BeforeEach
    void theFeedIsUp() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as(READERS.getFirst()).get("/v1/changes").statusCode() == 200);
    }

    private String token(Reader reader) {
        return issuer.token(claims -> claims.subject(reader.role() + " of " + reader.organisation())
                .claim("roles", List.of(reader.role()))
                .claim("organisation", reader.organisation()));
    }

    private RequestSpecification as(Reader reader) {
        return FrontDoor.api(gateway.port())
                .contentType("application/json")
                .auth()
                .oauth2(token(reader));
    }

    private String now(Reader reader) {
        return as(reader)
                .queryParam("after", "now")
                .get("/v1/changes")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("caughtUp", equalTo(true))
                .extract()
                .path("nextCursor");
    }

    /** All of one aggregate, so they come in this order. */
    private Set<String> publishEveryType() {
        Set<String> types = new TreeSet<>(audiences.types());
        types.remove(LAST);
        types.add(INVENTED);
        try (EventSource source = new EventSource()) {
            int sequence = 0;
            for (String type : types) {
                publish(source, type, ++sequence);
            }
            publish(source, LAST, ++sequence);
        }
        types.add(LAST);
        return types;
    }

    private void publish(EventSource source, String type, int sequence) {
        source.publish(
                "mpf.calls.application.v1",
                type,
                run,
                sequence,
                "{\"leadOrganisation\":\"LV-SBG\",\"run\":\"%s\"}".formatted(run));
    }

    /** Reads on in small pages until the last one came. */
    private Set<String> read(Reader reader, String cursor) {
        Set<String> told = new TreeSet<>();
        String[] next = {cursor};
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            JsonNode page = JSON.readTree(as(reader)
                    .queryParam("after", next[0])
                    .queryParam("pageSize", 10)
                    .get("/v1/changes")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            page.path("items").forEach(change -> note(told, change));
            next[0] = page.path("nextCursor").asText();
            return told.contains(LAST) && page.path("caughtUp").asBoolean();
        });
        return told;
    }

    private void note(Set<String> told, JsonNode event) {
        if (event.at("/data/run").asText().equals(run)) {
            told.add(event.path("type").asText());
        }
    }

    @Test
    void theFeedTellsNobodyMoreThanIsTheirs() {
        Map<Reader, String> cursors = new HashMap<>();
        READERS.forEach(reader -> cursors.put(reader, now(reader)));
        Set<String> all = publishEveryType();
        for (Reader reader : READERS) {
            assertThat(read(reader, cursors.get(reader)))
                    .as("%s of %s", reader.role(), reader.organisation())
                    .isEqualTo(reader.expected(all));
        }
    }

    @Test
    void theStreamTellsNobodyMoreThanIsTheirs() throws Exception {
        List<Reader> some = List.of(READERS.get(1), READERS.get(4), READERS.get(11));
        Map<Reader, EventStream> streams = new HashMap<>();
        for (Reader reader : some) {
            EventStream stream = new EventStream(
                    "http://127.0.0.1:" + gateway.port() + "/v1/changes?after=now",
                    Map.of("Authorization", "Bearer " + token(reader)));
            assertThat(stream.next().comment()).isEqualTo("changes");
            streams.put(reader, stream);
        }
        Set<String> all = publishEveryType();
        for (Reader reader : some) {
            try (EventStream stream = streams.get(reader)) {
                Set<String> told = new TreeSet<>();
                while (!told.contains(LAST)) {
                    note(told, JSON.readTree(stream.nextChange().data()));
                }
                assertThat(told).as(reader.role()).isEqualTo(reader.expected(all));
            }
        }
    }

    @Test
    void aWebhookIsToldNoMoreThanWhoeverSetItUp() throws Exception {
        List<Reader> some = List.of(READERS.get(0), READERS.get(2), READERS.get(4), READERS.getLast());
        Map<Reader, Endpoint> endpoints = new HashMap<>();
        try {
            for (Reader reader : some) {
                Endpoint endpoint = new Endpoint();
                endpoints.put(reader, endpoint);
                subscribe(reader, Map.of("url", endpoint.url(), "filter", Map.of("run", List.of(run))));
            }
            Set<String> all = publishEveryType();
            for (Reader reader : some) {
                Supplier<Set<String>> told = () -> told(endpoints.get(reader));
                await().atMost(Duration.ofSeconds(30)).until(() -> told.get().contains(LAST));
                assertThat(told.get())
                        .as("%s of %s", reader.role(), reader.organisation())
                        .isEqualTo(reader.expected(all));
            }
        } finally {
            endpoints.values().forEach(Endpoint::close);
        }
    }

    private String subscribe(Reader reader, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("contact", "it@partner.example"));
        body.putAll(more);
        return as(reader)
                .body(body)
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Set<String> told(Endpoint endpoint) {
        Set<String> types = new TreeSet<>();
        for (Endpoint.Received one : endpoint.received) {
            try {
                note(types, JSON.readTree(one.body()));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return types;
    }

    @Test
    void whoAsksForWhatIsNeverToldIsRefusedByName() throws Exception {
        Reader competitor = READERS.get(2);
        for (String type :
                List.of(DECIDED, INVENTED, "eu.mpf.calls.grant.*", "eu.mpf.calls.application.submitted.v2")) {
            for (String accept : List.of("application/json", "text/event-stream")) {
                as(competitor)
                        .accept(accept)
                        .queryParam("types", "eu.mpf.calls.*", type)
                        .get("/v1/changes")
                        .then()
                        .statusCode(400)
                        .body("errors.pointer", contains("?types"))
                        .body("errors.code", contains("not-told"))
                        .body("errors[0].message", org.hamcrest.Matchers.containsString(type));
            }
            as(competitor)
                    .queryParam("validateOnly", true)
                    .body(Map.of(
                            "url", "https://partner.example/hook",
                            "contact", "it@partner.example",
                            "types", List.of("eu.mpf.events.*", type)))
                    .post("/v1/webhooks")
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", org.hamcrest.Matchers.hasItem("/types/1"))
                    .body("errors.code", org.hamcrest.Matchers.hasItem("not-told"));
        }
        as(READERS.get(11))
                .queryParam("types", DECIDED, "eu.mpf.calls.grant.*")
                .get("/v1/changes")
                .then()
                .statusCode(200);
        try (Endpoint endpoint = new Endpoint()) {
            String id = subscribe(competitor, Map.of("url", endpoint.url(), "filter", Map.of("run", List.of(run))));
            as(competitor)
                    .contentType("application/merge-patch+json")
                    .header("If-Match", "\"1\"")
                    .body(Map.of("types", List.of(DECIDED)))
                    .patch("/v1/webhooks/" + id)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/types/0"));
        }
    }

    /** What a reader is not told leaves no trace: neither in the items nor in a cursor that stays, moves or has a distance. */
    @Test
    void nobodyCanCountWhatTheyAreNotTold() {
        Reader competitor = READERS.get(2);
        String before = now(competitor);
        Set<String> idle = new TreeSet<>();
        for (int i = 0; i < 3; i++) {
            idle.add(as(competitor)
                    .queryParam("after", before)
                    .get("/v1/changes")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("nextCursor"));
        }
        assertThat(idle)
                .as("a cursor at the end is new each time, whether or not anything has happened")
                .hasSize(3);
    }
}
