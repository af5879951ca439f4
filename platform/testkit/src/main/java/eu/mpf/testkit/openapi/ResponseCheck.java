package eu.mpf.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.testkit.audit.AuditCheck;
import eu.mpf.testkit.audit.AuditCheck.Deed;
import eu.mpf.testkit.audit.Bearer;
import eu.mpf.testkit.audit.Names;
import io.restassured.RestAssured;
import io.restassured.authentication.PreemptiveOAuth2HeaderScheme;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fails a test whose answer the service's OpenAPI document does not foresee, or whose deed the audit trail does not know. */
public final class ResponseCheck implements Filter {

    private static final Path COMMITTED = Path.of("src/main/contracts/openapi.yaml");

    private static final AuditCheck AUDIT = new AuditCheck();

    private static final Names NAMES = new Names();

    private static final ExampleRecorder EXAMPLES = new ExampleRecorder();

    private static volatile @Nullable OpenApiDocument document;

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        String path = URI.create(request.getURI()).getPath();
        if (path.startsWith("/q/") || path.equals("/openapi")) {
            return response; // operations, not API
        }
        String contentType = response.getContentType() == null ? "" : response.getContentType();
        List<String> complaints = document()
                .complaints(
                        request.getMethod(),
                        path,
                        response.getStatusCode(),
                        contentType.replaceFirst(";.*", "").strip(),
                        response.getBody().asByteArray());
        if (!complaints.isEmpty()) {
            throw new AssertionError("%s %s → %d %s is not what the API document says:%n  %s%n%s"
                    .formatted(
                            request.getMethod(),
                            path,
                            response.getStatusCode(),
                            contentType,
                            String.join("\n  ", complaints),
                            excerpt(response)));
        }
        saysItsLanguage(request, response);
        document().withOperation(request.getMethod(), path, (template, operation) -> {
            if (request.getMethod().equals("GET")
                    && response.getStatusCode() == 200
                    && NegotiationCheck.isNegotiated(operation)
                    && !NegotiationCheck.saysItVaries(response.getHeaders())) {
                throw new AssertionError(
                        "GET %s comes in several media types, and its Vary does not name Accept".formatted(path));
            }
        });
        document()
                .withOperation(
                        request.getMethod(),
                        path,
                        (template, operation) -> audited(template, operation, request, response));
        if (Boolean.getBoolean("mpf.contracts.update")) {
            document()
                    .withOperation(
                            request.getMethod(),
                            path,
                            (template, operation) -> EXAMPLES.record(operation, template, request, response));
        }
        return response;
    }

    private static void saysItsLanguage(FilterableRequestSpecification request, Response response) {
        List<String> complaints = LanguageCheck.complaints(
                response.getStatusCode(),
                response.getHeaders(),
                request.getMethod().equals("GET") ? language -> inLanguage(request, language) : null);
        if (!complaints.isEmpty()) {
            throw new AssertionError("%s %s → %d: %s"
                    .formatted(
                            request.getMethod(),
                            request.getURI(),
                            response.getStatusCode(),
                            String.join("; ", complaints)));
        }
    }

    /** The headers of the answer to the same request in another language. */
    private static Headers inLanguage(FilterableRequestSpecification request, String language) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.getHeaders().forEach(header -> headers.put(header.getName(), header.getValue()));
        headers.put("Accept-Language", language);
        String authorization = authorization(request);
        if (authorization != null) {
            headers.put("Authorization", authorization);
        }
        return RestAssured.given()
                .headers(headers)
                .urlEncodingEnabled(false)
                .get(request.getURI())
                .getHeaders();
    }

    private static void audited(
            String template, JsonNode operation, FilterableRequestSpecification request, Response response) {
        String path = URI.create(request.getURI()).getPath();
        Set<String> names = response.getStatusCode() / 100 == 2
                ? NAMES.of(template, path, response.getHeader("Location"), response.asString())
                : Set.of();
        // A replayed answer and a dry run have no effect of their own.
        if (response.getHeader("Idempotency-Replayed") != null
                || "true".equals(String.valueOf(request.getQueryParams().get("validateOnly")))
                || request.getURI().contains("validateOnly=true")) {
            return;
        }
        List<String> missing = AUDIT.complaints(
                operation,
                new Deed(
                        request.getMethod(),
                        path,
                        response.getStatusCode(),
                        actor(request),
                        response.getHeader("X-Request-Id"),
                        names,
                        request.getURI() + response.getHeader("Location") + response.asString() + request.getBody()));
        if (!missing.isEmpty()) {
            throw new AssertionError(String.join("\n", missing));
        }
    }

    private static String actor(FilterableRequestSpecification request) {
        return request.getHeaders().hasHeaderWithName("X-API-Key")
                ? AuditCheck.A_CLIENT
                : Bearer.subject(authorization(request));
    }

    /** RestAssured adds the header of a scheme only after its filters. */
    private static @Nullable String authorization(FilterableRequestSpecification request) {
        return request.getAuthenticationScheme() instanceof PreemptiveOAuth2HeaderScheme scheme
                ? scheme.generateAuthToken()
                : request.getHeaders().getValue("Authorization");
    }

    private static String excerpt(Response response) {
        String body = response.getBody().asString();
        return body.length() <= 2_000 ? body : body.substring(0, 2_000) + "…";
    }

    /** The committed document; the generated one while there is none or it is being written anew. */
    private static OpenApiDocument document() {
        OpenApiDocument known = document;
        if (known == null) {
            boolean committed = Files.exists(COMMITTED) && !Boolean.getBoolean("mpf.contracts.update");
            try {
                known = OpenApiDocument.parse(committed ? Files.readString(COMMITTED) : GeneratedDocument.yaml());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            document = known;
        }
        return known;
    }
}
