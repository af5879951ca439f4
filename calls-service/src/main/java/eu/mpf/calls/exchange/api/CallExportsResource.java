package eu.mpf.calls.exchange.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.calls.call.AskedCodes;
import eu.mpf.calls.call.CallFilter;
import eu.mpf.calls.call.api.CallAccess;
import eu.mpf.calls.call.api.CallQuery;
import eu.mpf.calls.exchange.AtomFeed;
import eu.mpf.calls.exchange.CallTable;
import eu.mpf.calls.exchange.CommonGrants;
import eu.mpf.calls.exchange.PublishedCalls;
import eu.mpf.web.export.Exports;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.time.DatabaseClock;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The list of calls in other formats, by {@code Accept}; whole, without pages. */
@Path("/v1/calls")
@Tag(name = "Calls")
@RunOnVirtualThread
public class CallExportsResource {

    private final PublishedCalls calls;
    private final CallAccess access;
    private final AskedCodes codes;
    private final Exports exports;
    private final DatabaseClock clock;
    private final ObjectMapper json;
    private final String publicUrl;

    CallExportsResource(
            PublishedCalls calls,
            CallAccess access,
            AskedCodes codes,
            Exports exports,
            DatabaseClock clock,
            ObjectMapper json,
            @ConfigProperty(name = "mpf.public-url") String publicUrl) {
        this.calls = calls;
        this.access = access;
        this.codes = codes;
        this.exports = exports;
        this.clock = clock;
        this.json = json;
        this.publicUrl = publicUrl;
    }

    @GET
    @PermitAll
    @Produces(Exports.CSV)
    @Operation(operationId = "listCalls")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = Exports.CSV, schema = @Schema(implementation = String.class)))
    public Response csv(@BeanParam PageParams params, @BeanParam CallQuery query) {
        boolean drafts = access.isStaff();
        CallFilter filter = query.filter(codes);
        return exports.csv(CallTable.TABLE, "calls.csv", out -> calls.forEach(params, filter, drafts, out::accept));
    }

    @GET
    @PermitAll
    @Produces(AtomFeed.MEDIA_TYPE)
    @Operation(operationId = "listCalls")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = AtomFeed.MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    public Response atom(@BeanParam PageParams params, @BeanParam CallQuery query) {
        CallFilter filter = query.filter(codes);
        Instant now = clock.now();
        StreamingOutput body =
                out -> AtomFeed.write(out, publicUrl, now, reader -> calls.forEach(params, filter, false, reader));
        return answer(body, AtomFeed.MEDIA_TYPE + ";charset=UTF-8");
    }

    @GET
    @PermitAll
    @Produces(CommonGrants.MEDIA_TYPE)
    @Operation(operationId = "listCalls")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = CommonGrants.MEDIA_TYPE, schema = @Schema(implementation = Object.class)))
    public Response commonGrants(@BeanParam PageParams params, @BeanParam CallQuery query) {
        CallFilter filter = query.filter(codes);
        StreamingOutput body =
                out -> CommonGrants.list(json, out, publicUrl, reader -> calls.forEach(params, filter, false, reader));
        return answer(body, CommonGrants.MEDIA_TYPE);
    }

    @GET
    @Path("/{callId}")
    @PermitAll
    @Produces(CommonGrants.MEDIA_TYPE)
    @Operation(operationId = "getCall")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = CommonGrants.MEDIA_TYPE,
                            schema = @Schema(implementation = CommonGrants.One.class)))
    public CommonGrants.One opportunity(@PathParam("callId") UUID id) {
        return calls.find(id)
                .map(call -> CommonGrants.One.of(call, publicUrl))
                .orElseThrow(() -> ProblemException.notFound("call", id));
    }

    private static Response answer(StreamingOutput body, String mediaType) {
        return Response.ok(body).header(HttpHeaders.CONTENT_TYPE, mediaType).build();
    }
}
