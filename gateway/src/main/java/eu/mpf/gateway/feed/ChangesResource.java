package eu.mpf.gateway.feed;

import eu.mpf.gateway.audience.Audiences;
import eu.mpf.gateway.identity.TokenMechanism;
import eu.mpf.gateway.policy.auth.Caller;
import eu.mpf.web.problem.ProblemException;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Everything that has happened since a cursor, as pages or as a live stream. Open to every caller with a token, who is told
 * of what it may be told of (see {@link Audiences}).
 */
@Path("/v1/changes")
@Authenticated
@RunOnVirtualThread
public class ChangesResource {

    private static final int DEFAULT_SIZE = 50;
    private static final int LARGEST = 200;

    private final Feed feed;
    private final ChangeStreams streams;
    private final Audiences audiences;
    private final SecurityIdentity identity;

    ChangesResource(Feed feed, ChangeStreams streams, Audiences audiences, SecurityIdentity identity) {
        this.feed = feed;
        this.streams = streams;
        this.audiences = audiences;
        this.identity = identity;
    }

    @GET
    @Authenticated
    @Operation(hidden = true)
    @Produces(MediaType.APPLICATION_JSON)
    public Response page(
            @QueryParam("after") @Nullable String after,
            @QueryParam("types") List<String> types,
            @QueryParam("pageSize") @Nullable Integer pageSize,
            @Context HttpHeaders headers) {
        // Between two methods of one path the framework picks one even if neither is acceptable.
        if (headers.getAcceptableMediaTypes().stream().noneMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible)) {
            throw new NotAcceptableException();
        }
        return Response.ok(feed.page(after, filter(types), size(pageSize)))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** The header wins over the parameter: a client that reconnects sends both, and the header is the later one. */
    @GET
    @Authenticated
    @Operation(hidden = true)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void stream(
            @QueryParam("after") @Nullable String after,
            @QueryParam("types") List<String> types,
            @QueryParam("pageSize") @Nullable Integer pageSize,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context SseEventSink sink,
            HttpServerRequest request) {
        size(pageSize);
        TypeFilter filter = filter(types);
        Long position =
                lastEventId == null ? feed.position(after, "after") : feed.position(lastEventId, "Last-Event-ID");
        request.response().putHeader("Cache-Control", "no-store");
        Caller caller = identity.getAttribute(TokenMechanism.CALLER);
        // Nobody reads the body of an answer to HEAD: its stream is over at once.
        Instant end = request.method().equals(HttpMethod.HEAD) ? Instant.EPOCH : caller.expiresAt();
        streams.open(sink, position, filter, end);
    }

    private TypeFilter filter(List<String> types) {
        Caller caller = identity.getAttribute(TokenMechanism.CALLER);
        return TypeFilter.of(types, audiences.sight(caller.roles(), caller.organisation()));
    }

    private static int size(@Nullable Integer pageSize) {
        if (pageSize == null) {
            return DEFAULT_SIZE;
        }
        if (pageSize < 1) {
            throw ProblemException.invalid("?pageSize", "invalid", "must be at least 1");
        }
        return Math.min(pageSize, LARGEST);
    }
}
