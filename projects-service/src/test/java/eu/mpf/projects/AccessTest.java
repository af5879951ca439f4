package eu.mpf.projects;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Tokens;
import eu.mpf.web.security.Roles;
import io.restassured.RestAssured;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Who may call what: the table in {@code docs/} is made from the contract, which is made from the code; and every
 * operation is called in every role, and without one, to see that it is so. A new operation is taken in by itself.
 */
@MpfTest
@Tag("X17")
class AccessTest {

    private static final Path CONTRACT = Path.of("src/main/contracts/openapi.yaml");
    private static final Path TABLE = Path.of("../docs/access-projects.md");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final int AT_ONCE = 8;

    /** @param roles who may call it; null for everybody, without a token too */
    private record Operation(
            String method,
            String path,
            String id,
            @Nullable Set<String> roles,
            @Nullable String body,
            boolean validateOnly) {}

    private record Call(Operation operation, String role) {}

    @Test
    void theTableInTheDocumentationIsWhatTheCodeSays() throws IOException {
        StringBuilder table = new StringBuilder("""
                # Who may call what: projects

                Made from the code: a test keeps it true, and calls every operation in every role. Where everybody may read, drafts,
                money that is not public and personal data are still left out for those they are not for. Where `applicant` stands, the
                organisation of the token must be the one that leads the project; for others there is nothing there (404).

                | operation | who |
                | --- | --- |
                """);
        for (Operation operation : operations()) {
            table.append("| `%s %s` | %s |\n"
                    .formatted(
                            operation.method(),
                            operation.path(),
                            operation.roles() == null ? "everybody" : String.join(", ", operation.roles())));
        }
        if (Boolean.getBoolean("mpf.contracts.update")) {
            Files.writeString(TABLE, table);
        }
        assertThat(Files.readString(TABLE))
                .as("made anew by -Dmpf.contracts.update=true")
                .isEqualTo(table.toString());
    }

    @Test
    void everyOperationIsOpenToItsRolesAndToNobodyElse() throws Exception {
        Map<String, String> tokens = new HashMap<>();
        for (String role : roles()) {
            tokens.put(role, Tokens.of(role, Map.of("sub", "access-" + role, "organisation", "NOBODY")));
        }
        List<Call> calls = new ArrayList<>();
        for (Operation operation : operations()) {
            tokens.keySet().forEach(role -> calls.add(new Call(operation, role)));
            calls.add(new Call(operation, ""));
        }
        List<String> surprises = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < calls.size(); i += AT_ONCE) {
                List<Call> batch = calls.subList(i, Math.min(i + AT_ONCE, calls.size()));
                List<CompletableFuture<Integer>> answers = batch.stream()
                        .map(call -> client.sendAsync(
                                        request(call.operation(), tokens.get(call.role())),
                                        HttpResponse.BodyHandlers.discarding())
                                .thenApply(HttpResponse::statusCode))
                        .toList();
                for (int j = 0; j < batch.size(); j++) {
                    surprise(batch.get(j), answers.get(j).get()).ifPresent(surprises::add);
                }
            }
        }
        assertThat(calls).hasSizeGreaterThan(500);
        assertThat(surprises).isEmpty();
    }

    private static java.util.Optional<String> surprise(Call call, int status) {
        Set<String> roles = call.operation().roles();
        boolean expected;
        if (roles == null || roles.contains(call.role())) {
            // Whatever else is wrong with the request, it is not who sends it; and nothing breaks.
            expected = status != 401 && status != 403 && status < 500;
        } else {
            expected = status == (call.role().isEmpty() ? 401 : 403);
        }
        return expected
                ? java.util.Optional.empty()
                : java.util.Optional.of("%s as %s: %d"
                        .formatted(call.operation().id(), call.role().isEmpty() ? "nobody" : call.role(), status));
    }

    /** A request that reaches the operation and changes nothing: nobody has these ids, and the body is no request. */
    private static HttpRequest request(Operation operation, @Nullable String token) {
        String path = operation
                .path()
                .replaceAll("\\{(version|number)\\}", "999999")
                .replaceAll("\\{[a-zA-Z]+\\}", UUID.randomUUID().toString());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path
                        + (operation.validateOnly() ? "?validateOnly=true" : "")))
                .header("If-Match", "\"1\"");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        String type = operation.body();
        if (type == null) {
            return request.method(operation.method(), HttpRequest.BodyPublishers.noBody())
                    .build();
        }
        boolean form = type.equals("multipart/form-data");
        return request.header("Content-Type", form ? type + "; boundary=x" : type)
                .method(operation.method(), HttpRequest.BodyPublishers.ofString(form ? "--x--\r\n" : "[]"))
                .build();
    }

    private static List<Operation> operations() throws IOException {
        JsonNode paths = new YAMLMapper().readTree(CONTRACT.toFile()).path("paths");
        List<Operation> operations = new ArrayList<>();
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        JsonNode operation = method.getValue();
                        operations.add(new Operation(
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                operation.path("operationId").asText(),
                                allowed(operation.path("security")),
                                body(operation.path("requestBody").path("content")),
                                operation
                                        .path("parameters")
                                        .findValuesAsText("name")
                                        .contains("validateOnly")));
                    }
                }));
        return operations;
    }

    private static @Nullable Set<String> allowed(JsonNode security) {
        if (security.isMissingNode()) {
            return null;
        }
        Set<String> roles = new TreeSet<>();
        security.findValues("bearer").forEach(list -> list.forEach(role -> roles.add(role.asText())));
        return roles.isEmpty() ? new TreeSet<>(roles()) : roles;
    }

    private static @Nullable String body(JsonNode content) {
        return content.fieldNames().hasNext() ? content.fieldNames().next() : null;
    }

    private static List<String> roles() {
        return Arrays.stream(Roles.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(field -> {
                    try {
                        return (String) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .sorted()
                .toList();
    }
}
