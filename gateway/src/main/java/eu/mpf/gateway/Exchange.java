package eu.mpf.gateway;

import eu.mpf.gateway.forward.HopByHopHeaders;
import eu.mpf.gateway.policy.Policy;
import eu.mpf.gateway.policy.Varying;
import eu.mpf.gateway.policy.auth.Caller;
import eu.mpf.gateway.problem.ProblemBody;
import eu.mpf.gateway.route.Route;
import eu.mpf.gateway.trace.Trace;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemTexts;
import eu.mpf.web.problem.ProblemType;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the gateway, and its answer. Lives on one event loop and is not thread-safe.
 * Policies read and fill it; whoever writes the answer calls {@link #complete()}.
 */
public final class Exchange {

    /** Where a request stands; decides which timeout applies to it. */
    public enum Phase {
        /** Its body is still coming in. */
        RECEIVING,
        /** The service has it and has not answered yet. */
        WAITING,
        /** The answer is on its way to the client. */
        ANSWERING,
        /** Nothing more will be written. */
        DONE
    }

    private static final System.Logger LOG = System.getLogger(Exchange.class.getName());

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Watch watch;
    private final List<Policy> policies;
    private final ProblemBody problems;
    private final long startedNanos = System.nanoTime();
    private final long startedAt;
    private final long bodyLength;

    private int nextPolicy;
    private Phase phase = Phase.WAITING;
    private long touchedAt;
    private boolean held;
    private boolean requestEnded;
    private boolean upstreamSlow;
    private String requestId = "";
    private String path = "";
    private @Nullable String query;
    private @Nullable Route route;
    private Caller caller = Caller.ANONYMOUS;
    private @Nullable String bearer;
    private @Nullable ProblemType refusal;
    private @Nullable Trace trace;
    private @Nullable HttpClientRequest upstreamRequest;
    private @Nullable Runnable atEnd;
    private @Nullable MultiMap relayed;

    Exchange(HttpServerRequest request, Watch watch, List<Policy> policies, ProblemBody problems) {
        this.request = request;
        this.response = request.response();
        this.watch = watch;
        this.policies = policies;
        this.problems = problems;
        this.startedAt = watch.now();
        this.touchedAt = startedAt;
        this.bodyLength = declaredLength(request);
        this.requestEnded = bodyLength == 0;
    }

    private static long declaredLength(HttpServerRequest request) {
        if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            return -1;
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    /** Bytes of the request's body; 0 without one, -1 if its length is not known before its end. */
    public long bodyLength() {
        return bodyLength;
    }

    /** Hands the exchange to the next policy; a policy that does not call this has answered or will call it later. */
    public void next() {
        if (phase == Phase.DONE) {
            return;
        }
        try {
            policies.get(nextPolicy++).apply(this);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Request " + requestId + " failed in the gateway", e);
            refuse(CommonProblem.INTERNAL_ERROR, "The gateway could not handle the request.");
        }
    }

    /** Answers with a problem document, or cuts the connection if an answer is already under way. */
    public void refuse(ProblemType problem, String detail) {
        if (phase == Phase.DONE) {
            return;
        }
        if (response.headWritten()) {
            cut();
            return;
        }
        if (relayed != null) {
            HopByHopHeaders.takeBack(relayed, response.headers());
        }
        response.setStatusCode(problem.status());
        Locale language = ProblemTexts.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        response.headers()
                .set(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
                .set(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .set(HttpHeaders.CACHE_CONTROL, "no-store")
                .remove(HttpHeaders.CONTENT_LENGTH)
                .remove(HttpHeaders.TRANSFER_ENCODING);
        Varying.by(response.headers(), HttpHeaders.ACCEPT_LANGUAGE);
        refusal = problem;
        protect();
        announceClose();
        response.end(problems.bytes(problem, language, detail, path.isEmpty() ? null : path, requestId));
        complete();
    }

    /** The headers of the service's answer were copied: should that answer not come to its end, they go again. */
    public void relays(MultiMap serviceHeaders) {
        relayed = serviceHeaders;
    }

    /** Adds the headers that protect every answer; call before writing a head. */
    public void protect() {
        watch.protection().complete(response.headers());
    }

    /** Why the gateway itself refused, if it has. */
    public @Nullable ProblemType refusal() {
        return refusal;
    }

    /** Says {@code Connection: close} when the connection cannot carry another request; call before writing a head. */
    public void announceClose() {
        if (!requestEnded || watch.draining()) {
            response.headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    /** To be called once the answer is handed over in full. */
    public void complete() {
        if (phase != Phase.DONE) {
            finish();
            if (!requestEnded) {
                request.handler(null);
                request.resume();
            }
        }
    }

    /** Ends an exchange whose answer cannot be finished: the client must see that it is incomplete. */
    public void cut() {
        if (phase != Phase.DONE) {
            finish();
            Disconnect.now(request.connection());
        }
    }

    /** The client has gone: the service need not work on. */
    void abandoned() {
        if (phase != Phase.DONE) {
            finish();
        }
    }

    private void finish() {
        phase = Phase.DONE;
        watch.completed(this);
        resetUpstream();
        if (atEnd != null) {
            atEnd.run();
        }
    }

    /** Runs this once nothing more will be written, however that came about. */
    public void atEnd(Runnable action) {
        atEnd = action;
    }

    /** Only once the exchange is done: the reset reports back as a broken answer, which must find nothing left to say. */
    private void resetUpstream() {
        if (upstreamRequest != null) {
            upstreamRequest.reset();
            upstreamRequest = null;
        }
    }

    /** Stops reading the request while something asynchronous decides about it. */
    public void hold() {
        if (!held) {
            held = true;
            request.pause();
        }
    }

    public void release() {
        if (held) {
            held = false;
            request.resume();
        }
    }

    /** Notes that bytes moved, in either direction. */
    public void touch() {
        touchedAt = watch.now();
    }

    public HttpServerRequest request() {
        return request;
    }

    public HttpServerResponse response() {
        return response;
    }

    public boolean isDone() {
        return phase == Phase.DONE;
    }

    public Phase phase() {
        return phase;
    }

    public void enter(Phase next) {
        if (phase != Phase.DONE) {
            phase = next;
            touch();
        }
    }

    long startedAt() {
        return startedAt;
    }

    long touchedAt() {
        return touchedAt;
    }

    long startedNanos() {
        return startedNanos;
    }

    /** Milliseconds of the event loop's coarse clock. */
    public long now() {
        return watch.now();
    }

    public boolean requestEnded() {
        return requestEnded;
    }

    public void requestHasEnded() {
        requestEnded = true;
    }

    /** Whether the body waits for the service rather than for the client. */
    boolean upstreamSlow() {
        return upstreamSlow;
    }

    public void upstreamSlow(boolean slow) {
        upstreamSlow = slow;
    }

    /** Whether a service waits for what the client sends. */
    boolean isAwaited() {
        return upstreamRequest != null && !upstreamSlow;
    }

    public void attach(HttpClientRequest upstream) {
        upstreamRequest = upstream;
    }

    /** The service has answered in full: its connection stays in use. */
    public void detach() {
        upstreamRequest = null;
    }

    public String requestId() {
        return requestId;
    }

    public void requestId(String id) {
        requestId = id;
    }

    /** Normalised path; empty until the path policy has run. */
    public String path() {
        return path;
    }

    /** Whether a file is imported: its body is large, and its answer comes when every row is done. */
    public boolean isImport() {
        return path.endsWith(":import");
    }

    public @Nullable String query() {
        return query;
    }

    public void target(String normalisedPath, @Nullable String rawQuery) {
        path = normalisedPath;
        query = rawQuery;
    }

    /** What is sent to the service: the normalised path and the query as it came. */
    public String target() {
        return query == null ? path : path + '?' + query;
    }

    public @Nullable Route route() {
        return route;
    }

    public void route(Route matched) {
        route = matched;
    }

    /** Its place in a trace; null while nothing was forwarded. */
    public @Nullable Trace trace() {
        return trace;
    }

    public void trace(Trace begun) {
        trace = begun;
    }

    public Caller caller() {
        return caller;
    }

    public void caller(Caller verified) {
        caller = verified;
    }

    /** The token that goes to the service in place of the credential that came, or null if that one goes on. */
    public @Nullable String bearer() {
        return bearer;
    }

    public void bearer(String token) {
        bearer = token;
    }
}
