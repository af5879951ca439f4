package eu.mpf.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.testkit.Tokens;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Walks every endpoint of a service with every role: without a token 401, with a wrong role 403, with a right one neither.
 * The endpoints and their roles are read from the code, so a new one is walked without being named here. Bodies are broken
 * on purpose: access is decided before a body is read, and nothing is made. A service's test class extends this one and
 * carries {@link eu.mpf.testkit.MpfTest}; {@code -Dmpf.contracts.update=true} writes {@code docs/access/<service>.md} anew.
 */
@Tag("X17")
public abstract class AccessMatrix {
    static final List<String> ROLES = List.of(
            "administrator",
            "applicant",
            "auditor",
            "committee-member",
            "consultee",
            "data-protection-officer",
            "evaluator",
            "event-manager",
            "finance-officer",
            "partner",
            "programme-officer",
            "rapporteur");

    /** What the platform says to a role that may not, as opposed to a rule about the object. */
    private static final String REFUSED_BY_ROLE = "Your roles do not allow this.";

    /** As many as a service has connections to its database. */
    private static final int SIDE_BY_SIDE = 8;

    private final String service;
    private final List<Endpoint> endpoints;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /** @param service for example {@code projects}, whose classes are below {@code eu.mpf.projects} */
    protected AccessMatrix(String service) {
        this.service = service;
        this.endpoints = Endpoints.of("eu.mpf." + service, "eu.mpf.web", "eu.mpf.messaging");
    }

    /** Side by side, as many as the service has connections to its database; what is found is told in the order of the list. */
    @Test
    void everyEndpointIsOpenToThoseItNamesAndToNobodyElse() throws Exception {
        assertThat(endpoints).isNotEmpty();
        var surprises = new ArrayList<String>();
        try (var threads =
                Executors.newFixedThreadPool(SIDE_BY_SIDE, Thread.ofVirtual().factory())) {
            var answers = threads.invokeAll(trials());
            for (Future<Optional<String>> answer : answers) {
                answer.get().ifPresent(surprises::add);
            }
        }
        assertThat(surprises).isEmpty();
    }

    private List<Callable<Optional<String>>> trials() {
        var trials = new ArrayList<Callable<Optional<String>>>();
        for (Endpoint endpoint : endpoints) {
            if (!endpoint.isPublic()) {
                trials.add(() -> surprise(endpoint, null, Expected.UNAUTHENTICATED));
            } else if (!endpoint.isStream()) {
                trials.add(() -> surprise(endpoint, null, Expected.OPEN));
            }
            if (!endpoint.isPublic() && !endpoint.isStream()) {
                for (String role : ROLES) {
                    var expected = endpoint.allows(role) ? Expected.OPEN : Expected.FORBIDDEN;
                    trials.add(() -> surprise(endpoint, role, expected));
                }
            }
        }
        return trials;
    }

    @Test
    void thePageOfTheMatrixIsWhatTheCodeSays() throws IOException {
        Path page = Path.of("../docs/access", service + ".md");
        String generated = page();
        if (Boolean.getBoolean("mpf.contracts.update")) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, generated);
        }
        assertThat(page)
                .as("write it with -Dmpf.contracts.update=true")
                .exists()
                .hasContent(generated);
    }

    private enum Expected {
        OPEN,
        UNAUTHENTICATED,
        FORBIDDEN
    }

    private Optional<String> surprise(Endpoint endpoint, @Nullable String role, Expected expected)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = send(endpoint, role);
        boolean right = switch (expected) {
            case UNAUTHENTICATED -> answer.statusCode() == 401;
            case FORBIDDEN -> answer.statusCode() == 403 && answer.body().contains(REFUSED_BY_ROLE);
            case OPEN ->
                answer.statusCode() != 401
                        && answer.statusCode() < 500
                        && !answer.body().contains(REFUSED_BY_ROLE);
        };
        return right
                ? Optional.empty()
                : Optional.of("%s %s as %s: %d instead of %s"
                        .formatted(endpoint.method(), endpoint.path(), role, answer.statusCode(), expected));
    }

    private HttpResponse<String> send(Endpoint endpoint, @Nullable String role)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d%s".formatted(RestAssured.port, endpoint.samplePath(service))))
                .header("Accept", endpoint.accept());
        if (role != null) {
            request.header("Authorization", "Bearer " + tokens.computeIfAbsent(role, AccessMatrix::token));
        }
        if (endpoint.hasBody()) {
            String type = endpoint.consumes().isEmpty() ? "application/json" : endpoint.consumes();
            boolean form = type.equals("multipart/form-data");
            request.header("Content-Type", form ? type + "; boundary=x" : type)
                    .method(endpoint.method(), HttpRequest.BodyPublishers.ofString(form ? "--x--\r\n" : "["));
        } else {
            request.method(endpoint.method(), HttpRequest.BodyPublishers.noBody());
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** With an organisation, so that what is refused is refused for the role. */
    private static String token(String role) {
        return Tokens.of(role, Map.of("organisation", "LV-SBG", "roles", List.of(role)));
    }

    private String page() {
        var page = new StringBuilder("""
            # Access: %s

            Generated from the code and tried over HTTP by a test: without a token 401, with another role 403. What is not the
            caller's own is 404 beyond that.

            | method | path | who |
            | --- | --- | --- |
            """.formatted(service));
        endpoints.stream()
                .map(endpoint -> "| %s | `%s` | %s |"
                        .formatted(
                                endpoint.method(),
                                endpoint.path(),
                                endpoint.isPublic()
                                        ? "everybody"
                                        : endpoint.roles().stream()
                                                .map(role -> role.equals("**") ? "anybody with a token" : role)
                                                .collect(Collectors.joining(", "))))
                .distinct()
                .forEach(line -> page.append(line).append('\n'));
        return page.toString();
    }
}
