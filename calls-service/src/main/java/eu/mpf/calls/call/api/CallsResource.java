package eu.mpf.calls.call.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.calls.call.AskedCodes;
import eu.mpf.calls.call.Call;
import eu.mpf.calls.call.CallService;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.idempotency.Once;
import eu.mpf.web.link.CheckedLinks;
import eu.mpf.web.link.LinkChecker;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Calls for proposals. */
@Path("/v1/calls")
@Tag(name = "Calls", description = "Calls for proposals: terms, money, corrigenda, publication and closing.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CallsResource {

    private final CallService service;
    private final CallAccess access;
    private final CallList list;
    private final AskedCodes codes;
    private final LinkChecker links;
    private final Once once;

    CallsResource(
            CallService service, CallAccess access, CallList list, AskedCodes codes, LinkChecker links, Once once) {
        this.service = service;
        this.access = access;
        this.list = list;
        this.codes = codes;
        this.links = links;
        this.once = once;
    }

    @GET
    @PermitAll
    @Operation(summary = "List calls", description = "Drafts are seen by staff only.")
    public Page<CallSummary> list(@BeanParam PageParams params, @BeanParam CallQuery query) {
        return list.page(params, query.filter(codes), access.isStaff());
    }

    @POST
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent
    @Operation(summary = "Draft a call")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CallView.class)))
    @APIResponse(responseCode = "204", description = "Checked with validateOnly; nothing was stored.")
    public Response create(
            @NotNull @Valid NewCall request,
            @QueryParam("validateOnly")
                    @Parameter(description = "Check the request and store nothing.")
                    @DefaultValue("false")
                    boolean validateOnly) {
        if (validateOnly) {
            service.check(request.key(), request.terms());
            return Response.noContent().build();
        }
        Call call = service.create(request.key(), request.terms());
        return Response.created(URI.create("/v1/calls/" + call.id()))
                .entity(CallView.of(call))
                .tag(Versions.etag(call.version()))
                .build();
    }

    @GET
    @Path("/{callId}")
    @PermitAll
    @Operation(summary = "Read a call", description = "Its status is the one of this moment, by the database's clock.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CallView.class)))
    public Response get(@PathParam("callId") UUID id) {
        return CallView.answer(access.visible(id));
    }

    @PATCH
    @Path("/{callId}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(
            summary = "Change a draft",
            description = "Merge patch of {\"terms\": …}. A published call is amended instead.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CallView.class)))
    public Response edit(
            @PathParam("callId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = CallPatch.class)))
                    JsonNode patch) {
        return CallView.answer(service.edit(id, Versions.required(ifMatch), patch));
    }

    @DELETE
    @Path("/{callId}")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(
            summary = "Throw a draft away",
            description = "Its key is free again. A call that was published is cancelled instead.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public void discard(@PathParam("callId") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.discard(id, Versions.required(ifMatch));
    }

    @POST
    @Path("/{callId}:publish")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent(looksFirst = true)
    @Operation(
            summary = "Publish a call",
            description =
                    "Opens its funds. Every fault of the terms, a bad rule included, is listed with its pointer. Its links are followed before; a dead one keeps it in.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CallView.class)))
    public Response publish(@PathParam("callId") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        long expected = Versions.required(ifMatch);
        CheckedLinks checked = links.check(service.links(id));
        return once.run(() -> CallView.answer(service.publish(id, expected, checked)));
    }

    @POST
    @Path("/{callId}:amend")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent(looksFirst = true)
    @Operation(
            summary = "Publish a corrigendum",
            description =
                    "Makes a new edition, in force from this moment. The links it brings are followed before; a dead one keeps it in.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CallView.class)))
    public Response amend(
            @PathParam("callId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid AmendRequest request) {
        long expected = Versions.required(ifMatch);
        CallService.Amendment amendment = request.toAmendment();
        CheckedLinks checked = links.check(service.links(id, amendment));
        return once.run(() -> CallView.answer(service.amend(id, expected, amendment, checked)));
    }

    @POST
    @Path("/{callId}:suspend")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent
    @Operation(summary = "Suspend a call", description = "Nothing can be handed in until it is reopened.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CallView.class)))
    public Response suspend(
            @PathParam("callId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason request) {
        return CallView.answer(service.suspend(id, Versions.required(ifMatch), request.reason()));
    }

    @POST
    @Path("/{callId}:reopen")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent
    @Operation(summary = "Reopen a suspended call")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CallView.class)))
    public Response reopen(
            @PathParam("callId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason request) {
        return CallView.answer(service.reopen(id, Versions.required(ifMatch), request.reason()));
    }

    @POST
    @Path("/{callId}:close")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent
    @Operation(summary = "Close a call by hand")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CallView.class)))
    public Response close(
            @PathParam("callId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason request) {
        return CallView.answer(service.close(id, Versions.required(ifMatch), request.reason()));
    }

    @POST
    @Path("/{callId}:cancel")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent
    @Operation(summary = "Cancel a call")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CallView.class)))
    public Response cancel(
            @PathParam("callId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason request) {
        return CallView.answer(service.cancel(id, Versions.required(ifMatch), request.reason()));
    }
}
