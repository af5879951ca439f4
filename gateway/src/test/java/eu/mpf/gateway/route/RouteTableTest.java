package eu.mpf.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import eu.mpf.gateway.kit.RunningGateway;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
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

    private final RouteTable routes = shipped(Map.of());

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
        assertThat(routes.match(path)).isNotNull();
        assertThat(routes.match(path).upstream().name()).isEqualTo(service);
    }

    @ParameterizedTest
    @CsvSource({"/v1", "/v1/project", "/v1/projectsx", "/v1/audit", "/v1/audit/others", "/q/health", "/x", "/v1:x"})
    void nothingElseHasOne(String path) {
        assertThat(routes.match(path)).isNull();
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
            Route route = routes.match(called);
            String served = route == null ? "nobody" : route.upstream().name();
            // of these the gateway shows those of all services, at one place
            boolean shared = path.startsWith("/problems") || path.equals("/asyncapi");
            // nobody but the gateway asks these of a service: its own operation moves all clocks together
            boolean inner = path.startsWith("/v1/admin/rehearsals/") && route == null;
            if (!served.equals(service) && !shared && !inner) {
                astray.add(called + " leads to " + served);
            }
        });
        assertThat(astray).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/projects, false, true, true",
        "/v1/changes, true, true, false",
        "/v1/search, false, true, false",
        "/v1/webhooks, false, true, true",
        "/v1/api-clients, false, true, true",
        "/v1/me, false, true, false",
        "/, false, true, false",
    })
    void aRouteSaysWhetherItStreamsAndWhichMethodsItServes(
            String path, boolean streams, boolean reads, boolean writes) {
        Route route = routes.match(path);
        assertThat(route).isNotNull();
        assertThat(route.stream()).isEqualTo(streams);
        for (String method : List.of("GET", "HEAD")) {
            assertThat(route.allows(HttpMethod.valueOf(method))).as(method).isEqualTo(reads);
        }
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
            assertThat(route.allows(HttpMethod.valueOf(method))).as(method).isEqualTo(writes);
        }
        for (String method : List.of("TRACE", "CONNECT", "PROPFIND", "get")) {
            assertThat(route.allows(HttpMethod.valueOf(method))).as(method).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/projects/42, projects",
        "/v1/calls, calls",
        "/v1/search, search",
        "/v1/changes/stream, changes",
        "/v1/webhooks/1, webhooks",
        "/v1/api-clients, administration",
        "/v1/data-subject-requests, administration",
        "/v1/audit/gateway, administration",
        "/v1/admin/settings/gateway, administration",
        "/v1/subject-exports/gateway, administration",
    })
    void theScopeThatCallsARouteFollowsFromItsArea(String path, String area) {
        assertThat(routes.match(path).area()).isEqualTo(area);
    }

    @ParameterizedTest
    @CsvSource({"/openapi", "/docs", "/problems", "/health", "/v1/me", "/", "/.well-known/jwks.json"})
    void theGatewaysOwnPagesNeedNoScope(String path) {
        assertThat(routes.match(path).area()).isEmpty();
    }

    private static RouteTable small(Map<String, String> more) {
        Map<String, String> values = new HashMap<>(Map.of(
                "mpf.identity.issuer", "x",
                "mpf.identity.jwks-url", "http://x",
                "mpf.gateway.inner-url", "http://127.0.0.1:8084",
                "mpf.gateway.upstreams.b", "https://b.internal",
                "mpf.gateway.upstreams.a", "http://a.internal:8081/",
                "mpf.gateway.routes.a", "/v1/x,/v1/x/y/z",
                "mpf.gateway.routes.b", "/v1/x/y",
                "mpf.gateway.streams.b", "/v1/s"));
        values.putAll(more);
        return new RouteTable(RunningGateway.config(values).gateway());
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/x, /v1/x",
        "/v1/x:act, /v1/x",
        "/v1/x/1, /v1/x",
        "/v1/x/1/y, /v1/x",
        "/v1/x/y, /v1/x/y",
        "/v1/x/y:act, /v1/x/y",
        "/v1/x/y/q, /v1/x/y",
        "/v1/x/y/z, /v1/x/y/z",
        "/v1/x/y/z:act, /v1/x/y/z",
        "/v1/x/y/z/1/2/3/4, /v1/x/y/z",
        "/v1/x/yz, /v1/x",
        "/v1/s, /v1/s",
    })
    void theLongestPrefixOfWholeSegmentsWins(String path, String prefix) {
        assertThat(small(Map.of()).match(path)).extracting(Route::prefix).isEqualTo(prefix);
    }

    @Test
    void upstreamsHaveTheirIndexesInAlphabeticalOrderAndTheGatewayComesLast() {
        RouteTable table = small(Map.of());
        assertThat(table.upstreams())
                .containsExactly(
                        new Upstream(0, "a", "a.internal", 8081, false),
                        new Upstream(1, "b", "b.internal", 443, true),
                        new Upstream(2, "gateway", "127.0.0.1", 8084, false));
        assertThat(table.services()).containsExactlyElementsOf(table.upstreams().subList(0, 2));
        assertThat(table.prefixes(table.upstreams().get(0))).containsExactly("/v1/x", "/v1/x/y/z");
        assertThat(table.prefixes(table.upstreams().get(1))).containsExactly("/v1/s", "/v1/x/y");
        assertThat(table.prefixes(table.upstreams().get(2)))
                .contains("/", "/v1/me")
                .isSorted();
        assertThat(table.match("/v1/s").stream()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"/v1/x/", "v1", "/v1//x", "/", "/v1/{id}", "/v1:act", "/v1/ä"})
    void aPrefixThatIsNotMadeOfWholeSegmentsIsRefused(String prefix) {
        assertThatThrownBy(() -> small(Map.of("mpf.gateway.routes.b", prefix)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not " + prefix);
    }

    @ParameterizedTest
    @CsvSource({
        "http://b, http://b:80/x",
        "https://b, https://b:443/x",
        "http://b/, http://b:80/x",
        "http://b:1, http://b:1/x",
        "http://b:0, http://b:80/x",
        "https://b:8443, https://b:8443/x",
    })
    void anUpstreamIsCalledAtItsOwnOrItsSchemesPort(URI address, URI called) {
        assertThat(Upstream.of(0, "b", address).at("/x")).isEqualTo(called);
    }

    @ParameterizedTest
    @CsvSource({"http://b/base", "http://b?x=1", "http://b/?x=1", "http:///x", "http:/b"})
    void anUpstreamIsSchemeHostAndPortOnly(URI address) {
        assertThatThrownBy(() -> Upstream.of(0, "b", address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("b")
                .hasMessageContaining(address.toString());
    }
}
