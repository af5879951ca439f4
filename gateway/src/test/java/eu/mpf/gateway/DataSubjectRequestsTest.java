package eu.mpf.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import eu.mpf.gateway.kit.EventSource;
import eu.mpf.gateway.kit.FrontDoor;
import eu.mpf.gateway.kit.Issuer;
import eu.mpf.gateway.kit.StubPlatform;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.RetentionRule;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A request goes out over events and is followed until every service has answered. */
@QuarkusTest
@Tag("running")
@QuarkusTestResource(StubPlatform.class)
@Tag("X12")
class DataSubjectRequestsTest {

    private static final String REQUESTS = "/v1/data-subject-requests";

    Issuer issuer;

    @Inject
    GatewayLifecycle gateway;

    @Inject
    Sql sql;

    private RequestSpecification as(String role) {
        return FrontDoor.api(gateway.port())
                .contentType("application/json")
                .auth()
                .oauth2(issuer.token(claims -> claims.subject(role).claim("roles", List.of(role))));
    }

    private static void answer(EventSource source, String id, String service, int found) {
        source.publish("mpf.%s.person.v1".formatted(service), "eu.mpf.gateway.person.exported.v1", id, 1, """
                {"requestId":"%s","personHash":"h","service":"%s","counts":{"record":%d},"kept":{}}""".formatted(
                        id, service, found));
        source.flush();
    }

    @Test
    void aRequestIsCompleteOnceEveryServiceHasAnswered() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as("partner").get("/v1/changes").statusCode() == 200);
        String address = "jane.doe@example.org";
        String id = as("data-protection-officer")
                .body(Map.of("kind", "EXPORT", "address", address, "reason", "Request 2026/17"))
                .post(REQUESTS)
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("state", equalTo("RUNNING"))
                .body("waitingFor", hasItem("events"))
                .body(not(containsString("jane.doe")))
                .extract()
                .path("id");
        // the gateway itself answers too, as every service does
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as("data-protection-officer")
                        .get(REQUESTS + "/" + id)
                        .then()
                        .body("waitingFor", contains("calls", "events", "projects")));
        try (EventSource source = new EventSource()) {
            answer(source, id, "projects", 0);
            answer(source, id, "events", 3);
            answer(source, id, "events", 3);
            answer(source, id, "calls", 1);
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as("data-protection-officer")
                        .get(REQUESTS + "/" + id)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("COMPLETED"))
                        .body("completedAt", notNullValue())
                        .body("answers.find { it.service == 'events' }.counts.record", equalTo(3)));
    }

    /** Events knows of an address, which calls knows more of: both are asked of all, and the person is answered once. */
    @Test
    void otherNamesThatAServiceProvesAreAskedOfAllServices() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as("partner").get("/v1/changes").statusCode() == 200);
        String account = "account-" + UUID.randomUUID();
        String other = "ab".repeat(32);
        String owned = FrontDoor.api(gateway.port())
                .contentType("application/json")
                .auth()
                .oauth2(issuer.token(claims -> claims.subject(account).claim("roles", List.of("partner"))))
                .body(Map.of("name", "Mirror", "contact", "team@example.org", "scopes", List.of("projects:read")))
                .post("/v1/api-clients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String id = officer()
                .body(Map.of("kind", "EXPORT", "account", account, "address", "account@example.org"))
                .post(REQUESTS)
                .then()
                .statusCode(201)
                .body("names", equalTo(2))
                .extract()
                .path("id");
        List<String> asked = parts(id);
        assertThat(asked).hasSize(2);
        try (EventSource source = new EventSource()) {
            source.publish("mpf.calls.person.v1", "eu.mpf.gateway.person.exported.v1", id, 1, """
                    {"requestId":"%s","personHash":"h","service":"calls","counts":{"contacts":1},"kept":{},
                     "alsoKnownAs":["%s"]}""".formatted(id, other));
            source.flush();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(parts(id)).hasSize(3));
            for (String part : parts(id)) {
                for (String service : List.of("projects", "events", "calls")) {
                    if (!(part.equals(id) && service.equals("calls"))) {
                        officer().get(REQUESTS + "/" + id).then().body("state", equalTo("RUNNING"));
                        answer(source, part, service, 2);
                    }
                }
            }
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> officer()
                        .get(REQUESTS + "/" + id)
                        .then()
                        .body("state", equalTo("COMPLETED"))
                        .body("names", equalTo(3))
                        .body("answers", hasSize(4))
                        .body("answers.find { it.service == 'events' }.counts.record", equalTo(6))
                        .body("answers.find { it.service == 'gateway' }.counts.accounts", greaterThanOrEqualTo(1)));
        assertThat(officer().get("/v1/subject-exports/gateway/" + id).asString())
                .contains("api_client.owner", owned);
        officer().get(REQUESTS).then().body("items.id", not(hasItem(parts(id).getLast())));
        officer().get(REQUESTS + "/" + parts(id).getLast()).then().statusCode(404);
    }

    /** Addresses of the request and of its parts, the request first. */
    private List<String> parts(String id) {
        return sql.list(
                "SELECT id::text FROM data_subject_request WHERE id = ?::uuid OR part_of = ?::uuid"
                        + " ORDER BY part_of NULLS FIRST, id",
                row -> row.getString(1),
                id,
                id);
    }

    private String completeExport(String address) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as("partner").get("/v1/changes").statusCode() == 200);
        String id = officer()
                .body(Map.of("kind", "EXPORT", "address", address))
                .post(REQUESTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        officer().get(archive(id)).then().statusCode(409).body("code", equalTo("export-running"));
        try (EventSource source = new EventSource()) {
            for (String service : List.of("projects", "events", "calls")) {
                answer(source, id, service, 1);
            }
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> officer().get(REQUESTS + "/" + id).path("state").equals("COMPLETED"));
        return id;
    }

    private RequestSpecification officer() {
        return as("data-protection-officer");
    }

    private static String archive(String id) {
        return REQUESTS + "/" + id + "/archive";
    }

    @Test
    void anExportEndsInOneSignedArchiveThatAnybodyCanVerifyWithThePublishedKeys() throws Exception {
        String id = completeExport("archive@example.org");
        officer().get(archive(id)).then().statusCode(503).body("code", equalTo("unavailable"));
        Map<String, byte[]> files;
        HttpServer service = calls(200);
        try {
            byte[] zip = officer()
                    .get(archive(id))
                    .then()
                    .statusCode(200)
                    .contentType("application/zip")
                    .header("Cache-Control", "no-store")
                    .header("Content-Disposition", containsString(id))
                    .extract()
                    .asByteArray();
            files = unzipped(zip);
        } finally {
            service.stop(0);
        }
        assertThat(files)
                .containsOnlyKeys(
                        "README.txt",
                        "calls.json",
                        "events.json",
                        "gateway.json",
                        "projects.json",
                        "manifest.json",
                        "manifest.json.jws");
        assertThat(new String(files.get("calls.json"), StandardCharsets.UTF_8)).contains("Zoë");
        JsonNode manifest = new ObjectMapper().readTree(files.get("manifest.json"));
        assertThat(manifest.path("requestId").asText()).isEqualTo(id);
        assertThat(manifest.path("files")).hasSize(5);
        for (JsonNode file : manifest.path("files")) {
            byte[] content = files.get(file.path("file").asText());
            assertThat(file.path("sha256").asText())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
            assertThat(file.path("size").asInt()).isEqualTo(content.length);
        }
        assertThat(isSigned(files.get("manifest.json"), files.get("manifest.json.jws")))
                .isTrue();
        byte[] changed = files.get("manifest.json").clone();
        changed[changed.length / 2] ^= 1;
        assertThat(isSigned(changed, files.get("manifest.json.jws"))).isFalse();
        as("auditor")
                .get("/v1/audit/gateway?objectType=data-subject-request&objectId=" + id)
                .then()
                .statusCode(200)
                .body("items.action", hasItem("data-subject-request.archive-given"));
    }

    /** With the keys everybody can fetch, as a person who got the file would. */
    private boolean isSigned(byte[] manifest, byte[] signature) throws Exception {
        JWKSet keys = JWKSet.parse(FrontDoor.unchecked(gateway.port())
                .get("/.well-known/jwks.json")
                .asString());
        JWSObject signed = JWSObject.parse(new String(signature, StandardCharsets.US_ASCII), new Payload(manifest));
        return signed.verify(new ECDSAVerifier(
                keys.getKeyByKeyId(signed.getHeader().getKeyID()).toECKey()));
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    /** The service that is down otherwise. */
    private HttpServer calls(int status) throws IOException {
        URI address = URI.create(ConfigProvider.getConfig().getValue("mpf.gateway.upstreams.calls", String.class));
        HttpServer server = HttpServer.create(new InetSocketAddress(address.getHost(), address.getPort()), 0);
        StubPlatform.giveExports(server, "calls", status);
        server.start();
        return server;
    }

    @Test
    void anArchiveIsGoneWhenAServiceHasLetGoOfItsPartAndAnErasureHasNone() throws Exception {
        String id = completeExport("gone@example.org");
        HttpServer service = calls(404);
        try {
            officer().get(archive(id)).then().statusCode(410).body("code", equalTo("export-gone"));
        } finally {
            service.stop(0);
        }
        String erasure = officer()
                .body(Map.of("kind", "ERASURE", "account", "somebody-who-left"))
                .post(REQUESTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        officer().get(archive(erasure)).then().statusCode(409).body("code", equalTo("no-export"));
        officer()
                .get(REQUESTS + "?kind=ERASURE&pageSize=1")
                .then()
                .statusCode(200)
                .body("items.id", contains(erasure));
        officer()
                .get(REQUESTS + "?state=COMPLETED&kind=EXPORT")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.state", everyItem(equalTo("COMPLETED")))
                .body("items.archiveUntil", everyItem(notNullValue()));
        as("administrator").get(REQUESTS).then().statusCode(403);
        as("administrator").get(archive(id)).then().statusCode(403);
    }

    @Test
    void thoseWhoseAddressPartnersNamedAreExportedAndErasedByTheGatewayItself() {
        String address = "named-by-partner@example.org";
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as("partner").get("/v1/changes").statusCode() == 200);
        String client = as("partner")
                .body(Map.of("name", "Mirror", "contact", address, "scopes", List.of("projects:read")))
                .post("/v1/api-clients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String webhook = as("partner")
                .body(Map.of("url", "http://127.0.0.1:9/hook", "contact", address.toUpperCase(Locale.ROOT)))
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        List<String> asked = new ArrayList<>();
        for (String kind : List.of("EXPORT", "ERASURE")) {
            String id = officer()
                    .body(Map.of("kind", kind, "address", address))
                    .post(REQUESTS)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> officer()
                            .get(REQUESTS + "/" + id)
                            .then()
                            .body("answers.find { it.service == 'gateway' }.counts.webhooks", equalTo(1))
                            .body("answers.find { it.service == 'gateway' }.counts.'api-clients'", equalTo(1)));
            asked.add(id);
            String own = "/v1/subject-exports/gateway/" + asked.getFirst();
            officer().get(own).then().statusCode(kind.equals("EXPORT") ? 200 : 404);
            as("administrator").get(own).then().statusCode(403);
        }
        as("partner").get("/v1/api-clients/" + client).then().statusCode(200).body("contact", equalTo(""));
        as("partner").get("/v1/webhooks/" + webhook).then().statusCode(200).body("contact", equalTo(""));
    }

    @Test
    void onlyTheDataProtectionOfficerMayAskAndOnlyWithAnAddressOrAnAccount() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as("partner").get("/v1/changes").statusCode() == 200);
        for (String role : List.of("administrator", "partner", "programme-officer")) {
            as(role).body(Map.of("kind", "EXPORT", "address", "a@b.example"))
                    .post(REQUESTS)
                    .then()
                    .statusCode(403);
        }
        as("data-protection-officer")
                .body(Map.of("kind", "ERASURE", "address", "nobody"))
                .post(REQUESTS)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/address"));
        for (Map<String, String> unclear :
                List.of(Map.of("kind", "EXPORT"), Map.of("kind", "EXPORT", "address", "nobody", "account", "a"))) {
            officer()
                    .body(unclear)
                    .post(REQUESTS)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/address"));
        }
        as("data-protection-officer")
                .get(REQUESTS + "/01890000-0000-7000-8000-000000000000")
                .then()
                .statusCode(404);
    }

    @Inject
    @Any
    Instance<RetentionRule> rules;

    private int letGo(String purpose, LocalDate before) {
        RetentionRule rule = rules.stream()
                .filter(each -> each.purpose().equals(purpose))
                .findFirst()
                .orElseThrow();
        return QuarkusTransaction.requiringNew().call(() -> rule.letGo(before));
    }

    @Test
    void theFileOfARequestGoesFiveYearsAfterItWasCompleteAndNeverBefore() {
        UUID complete = UUID.randomUUID();
        UUID part = UUID.randomUUID();
        UUID running = UUID.randomUUID();
        String insert = "INSERT INTO data_subject_request (id, part_of, kind, person_hash, requested_by, services,"
                + " created_at, completed_at) VALUES (?, ?, 'EXPORT', ?, 'dpo', '{calls}', '2001-01-01', ?::timestamptz)";
        sql.update(insert, complete, null, "of-" + complete, "2001-02-01");
        sql.update(insert, part, complete, "of-" + part, null);
        sql.update(insert, running, null, "of-" + running, null);
        sql.update(
                "INSERT INTO data_subject_answer (request_id, service, counts, kept, answered_at)"
                        + " VALUES (?, 'calls', '{}', '{}', '2001-02-01')",
                part);
        assertThat(letGo("data-protection-file", LocalDate.of(2001, 2, 1))).isZero();
        assertThat(letGo("data-protection-file", LocalDate.of(2001, 2, 2))).isEqualTo(1);
        assertThat(sql.list(
                        "SELECT id FROM data_subject_request WHERE id IN (?, ?, ?)",
                        row -> row.getObject(1, UUID.class),
                        complete,
                        part,
                        running))
                .containsExactly(running);
        sql.update("DELETE FROM data_subject_request WHERE id = ?", running);
    }

    @Test
    void whoHadAProgramIsForgottenAYearAfterItWasGivenUp() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as("partner").get("/v1/changes").statusCode() == 200);
        String client = as("partner")
                .body(Map.of("name", "Mirror", "contact", "given-up@example.org", "scopes", List.of("projects:read")))
                .post("/v1/api-clients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        sql.update("UPDATE api_client SET status = 'CLOSED' WHERE id = ?::uuid", client);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        letGo("partner-access", today.minusDays(1));
        assertThat(sql.list(
                        "SELECT contact FROM api_client WHERE id = ?::uuid AND closed_at IS NOT NULL",
                        row -> row.getString(1),
                        client))
                .as("closed today")
                .containsExactly("given-up@example.org");
        assertThat(letGo("partner-access", today.plusDays(2))).isPositive();
        assertThat(sql.list(
                        "SELECT owner || contact || name FROM api_client WHERE id = ?::uuid AND scopes <> '{}'",
                        row -> row.getString(1),
                        client))
                .containsExactly("");
        assertThat(letGo("partner-access", today.plusDays(2))).isZero();
    }
}
