package eu.mpf.gateway.kit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.ConfigProvider;

/** Two services that answer and one that is down, with an issuer beside them, for the gateway as a whole. */
public final class StubPlatform implements QuarkusTestResourceLifecycleManager {

    private Issuer issuer;
    private HttpServer projects;
    private HttpServer events;
    private boolean infrastructureAway;
    private final TcpSwitch databaseLine = new TcpSwitch();

    /** After the testkit's servers, whose settings these replace where both have some. */
    @Override
    public int order() {
        return 1;
    }

    /** With {@code away}, there is no broker, and the database hangs on a switch that is off. */
    @Override
    public void init(Map<String, String> arguments) {
        infrastructureAway = arguments.containsKey("away");
    }

    @Override
    public Map<String, String> start() {
        try {
            issuer = Issuer.beside(FeedServers.issuer(), FeedServers.jwksUrl());
            projects = service("projects", 0);
            events = service("events", 0);
            int inner = freePort();
            Map<String, String> config = new HashMap<>();
            config.put("quarkus.http.test-port", Integer.toString(inner));
            config.put("mpf.gateway.inner-url", "http://127.0.0.1:" + inner);
            config.put("mpf.public-url", "http://127.0.0.1:8080");
            config.put("mpf.gateway.port", "0");
            config.put("mpf.gateway.development", "true");
            config.put("mpf.gateway.timeouts.drain", "1s");
            config.put("mpf.gateway.upstreams.projects", address(projects));
            config.put("mpf.gateway.upstreams.events", address(events));
            config.put("mpf.gateway.upstreams.calls", "http://127.0.0.1:" + freePort());
            config.put("mpf.identity.issuer", issuer.url());
            config.put("mpf.identity.jwks-url", issuer.jwksUrl());
            config.put("mpf.gateway.feed.ping", "1s");
            config.put("mpf.gateway.keys.fresh", "100ms");
            config.put("mpf.gateway.webhooks.allow-private", "true");
            config.put("mpf.gateway.webhooks.poll", "50ms");
            config.put("mpf.gateway.webhooks.retries", "50ms,100ms,150ms");
            config.put("mpf.gateway.rate-limits.anonymous", "100000");
            config.put("mpf.gateway.rate-limits.token", "100000");
            config.put("mpf.mail.send-every", "off");
            config.put("mpf.gateway.feed.longest-retry", "1s");
            infrastructure(config);
            return config;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void infrastructure(Map<String, String> config) {
        String database = infrastructureAway ? FeedServers.newDatabase() : FeedServers.sharedDatabase();
        String url = FeedServers.jdbcUrl(database);
        config.put("quarkus.datasource.username", FeedServers.login());
        config.put("quarkus.datasource.password", FeedServers.login());
        config.put("quarkus.flyway.username", FeedServers.owner());
        config.put("quarkus.flyway.password", FeedServers.login());
        if (infrastructureAway) {
            config.put("quarkus.datasource.jdbc.url", databaseLine.before(url));
            config.put("mpf.kafka.bootstrap-servers", "127.0.0.1:1");
        } else {
            config.put("quarkus.datasource.jdbc.url", url);
            config.put("mpf.kafka.bootstrap-servers", FeedServers.bootstrapServers());
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(issuer, new TestInjector.MatchesType(Issuer.class));
        injector.injectIntoFields(databaseLine, new TestInjector.MatchesType(TcpSwitch.class));
    }

    @Override
    public void stop() {
        projects.stop(0);
        events.stop(0);
        issuer.close();
        databaseLine.off();
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The service that is down otherwise, until it is stopped. */
    public static HttpServer callsAnswer() throws IOException {
        URI address = URI.create(ConfigProvider.getConfig().getValue("mpf.gateway.upstreams.calls", String.class));
        return service("calls", address.getPort());
    }

    private static HttpServer service(String name, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        answer(server, "/q/health/ready", 200, "application/json", "{\"status\":\"UP\"}");
        answer(server, "/openapi", 200, "application/json", """
                {"openapi":"3.1.0","paths":{"/v1/%1$s":{"get":{"operationId":"list","responses":{"200":{"description":"ok",
                "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Page"}}}}}}},
                "/v1/%1$s/{id}:keep":{"post":{"operationId":"keep","parameters":[{"name":"Idempotency-Key","in":"header"}]}},
                "/v1/%1$s/{id}:forget":{"post":{"operationId":"forget"}}},
                "components":{"schemas":{"Page":{"type":"object","title":"%1$s"}}}}
                """.formatted(name));
        answer(server, "/v1/projects/hits", 200, "application/json", """
                {"items":[{"id":"p1","code":"PROMETHEUS-II","title":"Prometheus II","status":"RUNNING",
                "snippet":"… border guards of five countries …","score":9}],"nextPageToken":"p-next",
                "count":{"count":7,"type":"EXACT"}}""");
        answer(server, "/v1/organisations", 200, "application/json", """
                {"items":[],"count":{"count":0,"type":"EXACT"}}""");
        answer(server, "/v1/events", 200, "application/json", """
                {"items":[{"id":"e1","key":"EXCHANGE-2023","title":{"en":"Exchange on borders","fr":"Échange sur les frontières"},
                "status":"HELD"}],"count":{"count":1,"type":"EXACT"}}""");
        answer(server, "/v1/calls", 200, "application/json", """
                {"items":[],"count":{"count":0,"type":"EXACT"}}""");
        if (name.equals("projects")) {
            answer(server, "/asyncapi", 200, "application/yaml", """
                    asyncapi: 3.0.0
                    info: {title: projects}
                    channels:
                      project:
                        address: mpf.projects.project.v1
                        messages:
                          Started: {$ref: '#/components/messages/Started'}
                          Ended: {$ref: '#/components/messages/Ended'}
                    components:
                      messages:
                        Started:
                          name: eu.mpf.projects.project.started.v1
                          title: A project <began>
                          payload: {schema: {$ref: '#/components/schemas/started'}}
                        Ended:
                          name: eu.mpf.projects.project.ended.v1
                          title: A project ended
                          payload: {$ref: '#/components/schemas/ended'}
                      schemas:
                        started: {type: object, required: [code], properties: {code: {type: string, description: Of the project}}}
                        ended: {type: object, properties: {endedOn: {type: string, format: date}}}
                    """);
            answer(server, "/problems/typology-frozen", 200, "application/json", """
                    {"type":"http://x/problems/typology-frozen","code":"typology-frozen","status":409,
                    "title":"The typology is <frozen>"}""");
            answer(server, "/problems", 200, "application/json", """
                    {"items":[{"type":"http://x/problems/typology-frozen","code":"typology-frozen","status":409,
                    "title":"The typology is <frozen>"}]}""");
        }
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        breakOffOnce(server, "/v1/" + name + "/cut-");
        giveExports(server, name, 200);
        giveClock(server, name);
        server.start();
        return server;
    }

    /** Breaks off the first request to each path that begins so, and takes those after it. */
    private static void breakOffOnce(HttpServer server, String prefix) {
        Set<URI> seen = ConcurrentHashMap.newKeySet();
        server.createContext(prefix, exchange -> {
            if (!seen.add(exchange.getRequestURI())) {
                exchange.sendResponseHeaders(204, -1);
            }
            exchange.close();
        });
    }

    /** Answers for every export, as a service does that has gathered it, or lets go of it. */
    public static void giveExports(HttpServer server, String service, int status) {
        server.createContext("/v1/subject-exports/" + service + "/", exchange -> {
            if (isAnonymous(exchange)) {
                refuseAnonymous(exchange);
                return;
            }
            byte[] body = "{\"service\":\"%s\",\"records\":{\"things\":[{\"name\":\"Zoë\"}]}}"
                    .formatted(service)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    /** The clock of a service that is rehearsed: it remembers how far it was moved. */
    private static void giveClock(HttpServer server, String service) {
        AtomicReference<String> offset = new AtomicReference<>("PT0S");
        server.createContext("/v1/admin/rehearsals/" + service, exchange -> {
            if (isAnonymous(exchange)) {
                refuseAnonymous(exchange);
                return;
            }
            if (exchange.getRequestMethod().equals("PUT")) {
                offset.set(new ObjectMapper()
                        .readTree(exchange.getRequestBody())
                        .path("offset")
                        .asText());
            }
            byte[] body = "{\"service\":\"%s\",\"now\":\"2026-11-26T15:00:00.000Z\",\"offset\":\"%s\",\"later\":1}"
                    .formatted(service, offset.get())
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static boolean isAnonymous(HttpExchange exchange) {
        return exchange.getRequestHeaders().getFirst("Authorization") == null;
    }

    private static void refuseAnonymous(HttpExchange exchange) throws IOException {
        refuse(exchange, 401, """
                {"type":"http://x/problems/unauthenticated","title":"A token is needed","code":"unauthenticated","status":401}
                """);
    }

    private static void refuseSearch(HttpExchange exchange) throws IOException {
        refuse(exchange, 400, """
                {"type":"http://x/problems/validation-failed","title":"A part breaks a rule","code":"validation-failed",
                "status":400,"detail":"There is no word in it.",
                "errors":[{"pointer":"?q","code":"no-word","message":"holds no word"}]}
                """);
    }

    private static void refuse(HttpExchange exchange, int status, String problem) throws IOException {
        byte[] body = problem.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void answer(HttpServer server, String path, int status, String type, String body) {
        server.createContext(path, exchange -> {
            boolean exact = exchange.getRequestURI().getPath().equals(path);
            if (String.valueOf(exchange.getRequestURI().getQuery()).contains("q=unsearchable")) {
                refuseSearch(exchange);
                return;
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String wanted = exchange.getRequestHeaders().getFirst("Accept");
            boolean offered = wanted == null || wanted.contains(type) || wanted.contains("*/*");
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(
                    exact && offered ? status : exact ? 406 : 404, exact && offered ? bytes.length : -1);
            if (exact && offered) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
    }
}
