package eu.mpf.events.reference;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.testkit.KafkaProbe;
import eu.mpf.testkit.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Speaks as the other services would, and waits until it was heard. */
public final class Facts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Facts() {}

    public static String project(String code, String title, String lead, long sequence) {
        String id = UUID.nameUUIDFromBytes(code.getBytes()).toString();
        send(
                "mpf.projects.project.v1",
                "eu.mpf.projects.project.registered.v1",
                "/projects-service",
                id,
                sequence,
                Map.of(
                        "projectId",
                        id,
                        "code",
                        code,
                        "title",
                        Map.of("en", title),
                        "kind",
                        "GRANT",
                        "status",
                        "RUNNING",
                        "leadOrganisation",
                        lead,
                        "partners",
                        List.of(Map.of("organisation", "PARTNER-OF-" + code, "role", "CO_APPLICANT")),
                        "themes",
                        List.of(),
                        "granteeStanding",
                        "CURRENT"));
        await("SELECT count(*) FROM known_project WHERE code = ? AND title ->> 'en' = ?", code, title);
        return id;
    }

    public static void call(String key, String title) {
        String id = UUID.nameUUIDFromBytes(key.getBytes()).toString();
        send(
                "mpf.calls.call.v1",
                "eu.mpf.calls.call.published.v1",
                "/calls-service",
                id,
                1,
                Map.of(
                        "callId",
                        id,
                        "key",
                        key,
                        "title",
                        Map.of("en", title),
                        "status",
                        "OPEN",
                        "version",
                        1,
                        "deadlineAt",
                        "2023-11-15T16:00:00.000Z",
                        "funds",
                        List.of(
                                Map.of("code", "BMVI", "envelope", Map.of("amount", "1500000.00", "currency", "EUR")),
                                Map.of("code", "ISF", "envelope", Map.of("amount", "1000000.00", "currency", "EUR")))));
        await("SELECT count(*) FROM known_call WHERE key = ? AND title ->> 'en' = ?", key, title);
    }

    public static void organisation(String code, String name) {
        String id = UUID.nameUUIDFromBytes(("organisation " + code).getBytes()).toString();
        send(
                "mpf.projects.organisation.v1",
                "eu.mpf.projects.organisation.registered.v1",
                "/projects-service",
                id,
                1,
                Map.of("organisationId", id, "code", code, "name", name, "kind", "PUBLIC_AUTHORITY", "country", "AT"));
        await("SELECT count(*) FROM known_organisation WHERE code = ? AND name = ?", code, name);
    }

    public static void typology(int version, Map<String, String> types) {
        String id = new UUID(0, version).toString();
        send(
                "mpf.projects.taxonomy.v1",
                "eu.mpf.projects.taxonomy.published.v1",
                "/projects-service",
                id,
                1,
                Map.of(
                        "typologyId",
                        id,
                        "version",
                        version,
                        "mappings",
                        List.of(),
                        "types",
                        types.entrySet().stream()
                                .map(type -> Map.of(
                                        "code",
                                        type.getKey(),
                                        "name",
                                        Map.of("en", type.getValue()),
                                        "aliases",
                                        List.of(),
                                        "retired",
                                        false))
                                .toList()));
        await("SELECT count(*) FROM known_typology WHERE version = ?", version);
    }

    private static void send(String topic, String type, String source, String id, long sequence, Map<String, ?> data) {
        Map<String, String> headers = new HashMap<>(Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_source",
                source,
                "ce_type",
                type,
                "ce_subject",
                id,
                "ce_time",
                Instant.now().toString(),
                "ce_sequence",
                Long.toString(sequence),
                "ce_partitionkey",
                id,
                "content-type",
                "application/json"));
        try {
            new KafkaProbe().send(topic, id, headers, JSON.writeValueAsBytes(data));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(String sql, Object... values) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Sql.count(sql, values) > 0);
    }
}
