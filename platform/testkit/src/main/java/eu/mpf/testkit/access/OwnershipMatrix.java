package eu.mpf.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.testkit.Tokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Walks every operation on objects that not everybody sees, with every role that may call it, of another organisation:
 * whoever may not see an object gets the answer that he would get if it did not exist, word for word, from each of its
 * operations. Operations are read from the code, so a new one is walked without being named here. A service's test class
 * extends this one and carries {@link eu.mpf.testkit.MpfTest}.
 */
@Tag("X17")
public abstract class OwnershipMatrix {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOBODY = "nobody";

    private final String service;
    private final List<Endpoint> endpoints;

    /** @param service for example {@code projects}, whose classes are below {@code eu.mpf.projects} */
    protected OwnershipMatrix(String service) {
        this.service = service;
        this.endpoints = Endpoints.of("eu.mpf." + service);
    }

    /** The objects, made for this test. */
    protected abstract List<OwnedObject> objects();

    @Test
    void whoMayNotSeeAnObjectCannotTellItFromOneThatIsNotThere() throws IOException {
        var told = new ArrayList<String>();
        var page = new StringBuilder();
        for (OwnedObject object : objects()) {
            seenByThose(object, told);
            for (Endpoint endpoint : endpoints) {
                if (object.holds(endpoint) && !endpoint.isStream()) {
                    strangers(object, endpoint).forEach((stranger, token) -> {
                        String here = answer(endpoint, object.here(endpoint.path()), token);
                        String nowhere = answer(endpoint, object.nowhere(endpoint.path()), token);
                        if (!object.withoutName(here).equals(object.withoutName(nowhere))) {
                            told.add("%s %s of %s as %s of another organisation: %s, but %s where there is none"
                                    .formatted(
                                            endpoint.method(),
                                            endpoint.path(),
                                            object.name(),
                                            stranger,
                                            here,
                                            nowhere));
                        }
                    });
                }
            }
            page.append("| %s | `%s` | %s | %s |\n"
                    .formatted(
                            object.name(),
                            object.template(),
                            object.seenBy().isEmpty() ? "nobody" : String.join(", ", new TreeSet<>(object.seenBy())),
                            also(object)));
        }
        assertThat(told).isEmpty();
        assertPage(page.toString());
    }

    private static String also(OwnedObject object) {
        List<String> also = new ArrayList<>();
        if (!object.owners().isEmpty()) {
            also.add("its own people");
        }
        new TreeMap<>(object.others())
                .forEach((operation, roles) ->
                        also.add("`%s`: %s".formatted(operation, String.join(", ", new TreeSet<>(roles)))));
        return also.isEmpty() ? "nobody else" : String.join("; ", also);
    }

    private void seenByThose(OwnedObject object, List<String> told) {
        var seers = new LinkedHashMap<String, String>();
        object.seenBy().forEach(role -> seers.put(role, stranger(role)));
        for (int i = 0; i < object.owners().size(); i++) {
            seers.put("owner " + (i + 1), object.owners().get(i));
        }
        Endpoint itself = endpoints.stream()
                .filter(endpoint ->
                        endpoint.method().equals("GET") && endpoint.path().equals(object.template()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody reads " + object.template()));
        seers.forEach((name, token) -> {
            String answer = answer(itself, object.here(itself.path()), token);
            if (!answer.startsWith("200")) {
                told.add("%s is not shown to %s: %s".formatted(object.name(), name, answer));
            }
        });
    }

    /**
     * Name and token of everybody who may call this and must not learn of it; the one without a role has no token. Whoever may
     * not call it at all is {@link AccessMatrix}'s.
     */
    private static Map<String, @Nullable String> strangers(OwnedObject object, Endpoint endpoint) {
        var strangers = new LinkedHashMap<String, @Nullable String>();
        if (endpoint.isPublic()) {
            strangers.put(NOBODY, null);
        }
        AccessMatrix.ROLES.stream()
                .filter(endpoint::allows)
                .filter(role -> !object.seenBy(role, endpoint))
                .forEach(role -> strangers.put(role, stranger(role)));
        return strangers;
    }

    /** Somebody with this role, of an organisation that has nothing to do with anything here. */
    private static String stranger(String role) {
        return Tokens.of(
                role, Map.of("sub", "stranger-" + role, "organisation", "XX-STRANGER", "roles", List.of(role)));
    }

    /** Status, code and detail: what can be learnt from an answer. */
    private static String answer(Endpoint endpoint, String path, @Nullable String token) {
        RequestSpecification request = RestAssured.given().header("Accept", endpoint.accept());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!endpoint.method().equals("GET")) {
            request.header("If-Match", "\"1\"");
        }
        if (endpoint.hasBody()) {
            String type = endpoint.consumes().isEmpty() ? "application/json" : endpoint.consumes();
            if (type.equals("multipart/form-data")) {
                request.contentType(type)
                        .multiPart("file", "a.txt", "text".getBytes(StandardCharsets.UTF_8), "text/plain");
            } else {
                request.contentType(type).body("{}");
            }
        }
        Response answer = request.request(endpoint.method(), path);
        return answer.statusCode() + " " + said(answer);
    }

    private static String said(Response answer) {
        if (!answer.contentType().startsWith("application/problem+json")) {
            return answer.contentType();
        }
        try {
            JsonNode problem = JSON.readTree(answer.asByteArray());
            return problem.path("code").asText() + " " + problem.path("detail").asText() + " " + problem.path("errors");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertPage(String rows) throws IOException {
        Path page = Path.of("../docs/access", service + "-objects.md");
        String generated = """
            # Who sees what of others: %s

            Generated from a test that asks for these objects with every role of another organisation: for whoever does not see one, it
            does not exist, whatever is asked of it.

            | object | path | roles that see every one | and |
            | --- | --- | --- | --- |
            %s""".formatted(service, rows);
        if (Boolean.getBoolean("mpf.contracts.update")) {
            Files.writeString(page, generated);
        }
        assertThat(page)
                .as("write it with -Dmpf.contracts.update=true")
                .exists()
                .hasContent(generated);
    }
}
