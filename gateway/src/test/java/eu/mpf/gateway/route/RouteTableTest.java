package eu.mpf.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import eu.mpf.gateway.kit.RunningGateway;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {

    private static final RouteTable ROUTES = shipped(Map.of());

    private static RouteTable shipped(Map<String, String> changes) {
        Properties properties = new Properties();
        try (InputStream in = RouteTable.class.getResourceAsStream("/application.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("mpf.gateway.") || name.startsWith("mpf.identity."))
                .forEach(name -> values.put(name, properties.getProperty(name)));
        values.put("mpf.gateway.inner-url", "http://127.0.0.1:8084");
        values.put("mpf.identity.jwks-url", "http://127.0.0.1:8087/mpf/jwks");
        values.putAll(changes);
        return new RouteTable(RunningGateway.config(values).gateway());
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/projects, projects",
        "/v1/projects/42, projects",
        "/v1/projects/42/payments/7, projects",
        "/v1/projects:import, projects",
        "/v1/projects/42/reports/1:submit, projects",
        "/v1/organisations:merge, projects",
        "/v1/typologies/2/matrix, projects",
        "/v1/portfolio/figures, projects",
        "/v1/reports/due, projects",
        "/v1/code-lists/themes, projects",
        "/v1/audit/projects, projects",
        "/v1/admin/parked-aggregates/projects, projects",
        "/v1/admin/parked-aggregates/events/0190:retry, events",
        "/v1/admin/parked-aggregates/calls, calls",
        "/v1/changes, gateway",
        "/v1/audit/projects:verify, projects",
        "/v1/event-series, events",
        "/v1/events/42:publish, events",
        "/v1/sessions/1/questions/2:upvote, events",
        "/v1/people:merge, events",
        "/v1/registrations/1:check-in, events",
        "/v1/positioning-exercises/1/tally, events",
        "/v1/synopses/1/links, events",
        "/v1/audit/events, events",
        "/v1/calls/1/clarifications/2:answer, calls",
        "/v1/applications/1/evaluations, calls",
        "/v1/evaluations/1:declare-conflict, calls",
        "/v1/committee-meetings/1/votes, calls",
        "/v1/grants/1:sign, calls",
        "/v1/receipts:verify, calls",
        "/v1/review-requests, calls",
        "/v1/saved-searches, calls",
        "/v1/audit/calls:verify, calls",
        "/, gateway",
        "/openapi, gateway",
        "/openapi/projects, gateway",
        "/asyncapi/calls, gateway",
        "/.well-known/api-catalog, gateway",
        "/problems/not-found, gateway",
        "/v1/me, gateway",
        "/health, gateway",
        "/docs, gateway",
    })
    void everyPathOfThePlatformHasItsService(String path, String service) {
        assertThat(ROUTES.match(path)).isNotNull();
        assertThat(ROUTES.match(path).upstream().name()).isEqualTo(service);
    }

    @ParameterizedTest
    @CsvSource({"/v1", "/v1/project", "/v1/projectsx", "/v1/audit", "/v1/audit/others", "/q/health", "/x", "/v1:x"})
    void nothingElseHasOne(String path) {
        assertThat(ROUTES.match(path)).isNull();
    }

    @Test
    void twoServicesCannotOwnOnePrefix() {
        assertThatThrownBy(() -> shipped(Map.of("mpf.gateway.routes.events", "/v1/projects")))
                .hasMessageContaining("Two routes for /v1/projects");
    }

    @Test
    void anAddressWithAPathIsRefused() {
        assertThatThrownBy(() -> shipped(Map.of("mpf.gateway.upstreams.events", "http://events/base")))
                .hasMessageContaining("events");
    }

    /** What a contract promises can be called from outside: the gateway's own here, those of the services at the services. */
    @ParameterizedTest
    @CsvSource({"., gateway", "../projects-service, projects", "../events-service, events", "../calls-service, calls"})
    void everyPathOfEveryContractLeadsToWhoServesIt(String module, String service) throws IOException {
        JsonNode contract = new YAMLMapper()
                .readTree(Path.of(module, "src/main/contracts/openapi.yaml").toFile());
        List<String> astray = new ArrayList<>();
        contract.path("paths").fieldNames().forEachRemaining(path -> {
            String called = path.replace("{service}", service).replaceAll("\\{[^}]+}", "x");
            Route route = ROUTES.match(called);
            String served = route == null ? "nobody" : route.upstream().name();
            // of these the gateway shows those of all services, at one place
            boolean shared = path.startsWith("/problems") || path.equals("/asyncapi");
            if (!served.equals(service) && !shared) {
                astray.add(called + " leads to " + served);
            }
        });
        assertThat(astray).isEmpty();
    }
}
