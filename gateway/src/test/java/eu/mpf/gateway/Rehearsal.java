package eu.mpf.gateway;

import eu.mpf.gateway.kit.Hollow;
import eu.mpf.gateway.kit.RunningGateway;
import eu.mpf.gateway.policy.AccessLog;
import eu.mpf.gateway.policy.AccessRecord;
import eu.mpf.gateway.policy.Policy;
import eu.mpf.gateway.policy.SecurityHeaders;
import eu.mpf.gateway.problem.ProblemBody;
import eu.mpf.gateway.route.Route;
import eu.mpf.gateway.route.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One request before one policy, without a connection: what the policy reads is given, what it does is seen. */
public final class Rehearsal {

    private static final Queue<AccessRecord> LOGGED = new ConcurrentLinkedQueue<>();
    private static final AccessLog LOG = new AccessLog(LOGGED::add);
    private static final ProblemBody PROBLEMS = new ProblemBody("https://mpf.example");
    private static final RouteTable ROUTES = new RouteTable(config().gateway());

    private final MultiMap sent = MultiMap.caseInsensitiveMultiMap();
    private final MultiMap answered = MultiMap.caseInsensitiveMultiMap();
    private final HttpMethod method;
    private final String uri;
    private SocketAddress peer = SocketAddress.inetSocketAddress(40_000, "192.0.2.7");
    private int disconnects;
    private final HttpConnection connection = Hollow.of(HttpConnection.class, Map.of("close", nothing -> {
        disconnects++;
        return Future.succeededFuture();
    }));
    private int status = 200;
    private boolean headWritten;
    private boolean ended;
    private int continues;
    private int pauses;
    private int resumes;
    private int passed;
    private Buffer body = Buffer.buffer();
    private Exchange exchange;

    private Rehearsal(HttpMethod method, String uri) {
        this.method = method;
        this.uri = uri;
    }

    public static Rehearsal of(String method, String uri) {
        return new Rehearsal(HttpMethod.valueOf(method), uri);
    }

    public static Rehearsal get(String uri) {
        return of("GET", uri);
    }

    /** Settings are pairs of key (after {@code mpf.}) and value. */
    public static GatewayConfig config(String... settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "mpf.identity.issuer", "https://issuer.example",
                "mpf.identity.jwks-url", "https://issuer.example/jwks",
                "mpf.public-url", "https://mpf.example",
                "mpf.gateway.inner-url", "http://127.0.0.1:1",
                "mpf.gateway.upstreams.projects", "http://projects.internal:8081",
                "mpf.gateway.routes.projects", "/v1/projects",
                "mpf.gateway.streams.projects", "/v1/stream"));
        for (int i = 0; i < settings.length; i += 2) {
            all.put("mpf." + settings[i], settings[i + 1]);
        }
        return RunningGateway.config(all);
    }

    public Rehearsal header(String name, String value) {
        sent.add(name, value);
        return this;
    }

    public Rehearsal from(SocketAddress address) {
        peer = address;
        return this;
    }

    public Rehearsal from(String address) {
        return from(SocketAddress.inetSocketAddress(40_000, address));
    }

    /** Path and route as the policies before would have found them. */
    public Rehearsal routed() {
        int mark = uri.indexOf('?');
        String path = mark < 0 ? uri : uri.substring(0, mark);
        exchange().target(path, mark < 0 ? null : uri.substring(mark + 1));
        Route route = Objects.requireNonNull(ROUTES.match(path), path);
        exchange().route(route);
        return this;
    }

    public Rehearsal through(Policy policy) {
        policy.apply(exchange());
        return this;
    }

    /** As if the head of an answer were on its way already. */
    public Rehearsal answering() {
        headWritten = true;
        return this;
    }

    /** The exchange; what is sent is to be told before. */
    public Exchange exchange() {
        if (exchange == null) {
            Watch watch = new Watch(
                    Deadlines.of(config().gateway().timeouts()), LOG, new SecurityHeaders("https://mpf.example"));
            Policy next = reached -> passed++;
            exchange = new Exchange(request(), watch, List.of(next, next), PROBLEMS);
            watch.started(exchange);
        }
        return exchange;
    }

    private HttpServerRequest request() {
        HttpServerResponse response = response();
        HttpServerRequest[] self = new HttpServerRequest[1];
        Map<String, Hollow.Body> bodies = new HashMap<>();
        bodies.put("response", nothing -> response);
        bodies.put("headers", nothing -> sent);
        bodies.put("getHeader", name -> sent.get((CharSequence) name[0]));
        bodies.put("method", nothing -> method);
        bodies.put("uri", nothing -> uri);
        bodies.put("remoteAddress", nothing -> peer);
        bodies.put("connection", nothing -> connection);
        bodies.put("handler", nothing -> self[0]);
        bodies.put("pause", nothing -> {
            pauses++;
            return self[0];
        });
        bodies.put("resume", nothing -> {
            resumes++;
            return self[0];
        });
        self[0] = Hollow.of(HttpServerRequest.class, bodies);
        return self[0];
    }

    private HttpServerResponse response() {
        HttpServerResponse[] self = new HttpServerResponse[1];
        Map<String, Hollow.Body> bodies = new HashMap<>();
        bodies.put("headers", nothing -> answered);
        bodies.put("headWritten", nothing -> headWritten);
        bodies.put("ended", nothing -> ended);
        bodies.put("getStatusCode", nothing -> status);
        bodies.put("bytesWritten", nothing -> (long) body.length());
        bodies.put("setStatusCode", code -> {
            status = (int) code[0];
            return self[0];
        });
        bodies.put("writeContinue", nothing -> {
            continues++;
            return self[0];
        });
        bodies.put("end", given -> {
            if (given.length > 0) {
                body.appendBuffer((Buffer) given[0]);
            }
            headWritten = true;
            ended = true;
            return Future.succeededFuture();
        });
        self[0] = Hollow.of(HttpServerResponse.class, bodies);
        return self[0];
    }

    /** An answer of a service: pairs of header name and value. */
    public static HttpClientResponse answer(int status, String... headers) {
        MultiMap all = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < headers.length; i += 2) {
            all.add(headers[i], headers[i + 1]);
        }
        return Hollow.of(
                HttpClientResponse.class,
                Map.of(
                        "statusCode", nothing -> status,
                        "headers", nothing -> all,
                        "getHeader", name -> all.get((CharSequence) name[0])));
    }

    /** Whether the request went on to the next policy, once. */
    public boolean passed() {
        return passed == 1 && !ended;
    }

    /** How often a next policy was reached. */
    public int reached() {
        return passed;
    }

    public int disconnects() {
        return disconnects;
    }

    public int status() {
        return status;
    }

    /** The code of the problem it was refused with; empty if it was not. */
    public String problem() {
        return body.length() == 0 ? "" : document().getString("code");
    }

    public String detail() {
        return document().getString("detail");
    }

    /** The problem document. */
    public JsonObject document() {
        return new JsonObject(body);
    }

    public String answer(String header) {
        return answered.get(header);
    }

    public MultiMap answer() {
        return answered;
    }

    public boolean ended() {
        return ended;
    }

    public int continues() {
        return continues;
    }

    public int pauses() {
        return pauses;
    }

    public int resumes() {
        return resumes;
    }

    /** What the access log holds of everything rehearsed in this JVM. */
    public static Queue<AccessRecord> logged() {
        return LOGGED;
    }
}
