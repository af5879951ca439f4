package eu.mpf.projects.recovery.api;

import eu.mpf.projects.recovery.NewRecovery;
import eu.mpf.projects.recovery.RecoveryService;
import eu.mpf.projects.recovery.RecoveryStatus.Move;
import eu.mpf.projects.recovery.RecoveryView;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Page;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Recovery orders of a project. The public sees what came back, once the project's money is public. */
@Path("/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
@RunOnVirtualThread
public class RecoveriesResource {

    private final RecoveryService recoveries;

    RecoveriesResource(RecoveryService recoveries) {
        this.recoveries = recoveries;
    }

    @GET
    @Path("{projectId}/recoveries")
    @PermitAll
    @Operation(
            operationId = "listRecoveries",
            summary = "List the recovery orders of a project",
            description = "All of them for staff and the leading organisation; for others those that came back.")
    public Page<RecoveryView> list(@PathParam("projectId") UUID projectId) {
        return Page.of(recoveries.list(projectId));
    }

    @GET
    @Path("{projectId}/recoveries/{recoveryId}")
    @PermitAll
    @Operation(operationId = "getRecovery", summary = "Read a recovery order")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecoveryView.class)))
    public Response get(@PathParam("projectId") UUID projectId, @PathParam("recoveryId") UUID recoveryId) {
        return versioned(recoveries.get(projectId, recoveryId));
    }

    @POST
    @Path("{projectId}/recoveries")
    @Idempotent
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "orderRecovery",
            summary = "Ask money back",
            description =
                    "Never more than was paid and is not asked back already: else 409 recovery-exceeds-paid. What comes back in instalments is ordered in as many orders.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RecoveryView.class)))
    public Response order(@PathParam("projectId") UUID projectId, @NotNull @Valid NewRecovery request) {
        RecoveryView recovery = recoveries.order(projectId, request);
        return Response.created(URI.create("/v1/projects/" + projectId + "/recoveries/" + recovery.id()))
                .entity(recovery)
                .tag(Versions.etag(recovery.version()))
                .build();
    }

    @POST
    @Path("{projectId}/recoveries/{recoveryId}:settle")
    @Idempotent
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(operationId = "settleRecovery", summary = "ORDERED → RECOVERED: the money is back")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecoveryView.class)))
    public Response settle(
            @PathParam("projectId") UUID projectId,
            @PathParam("recoveryId") UUID recoveryId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable @Valid RecoveryStep request) {
        return move(projectId, recoveryId, ifMatch, Move.SETTLE, request);
    }

    @POST
    @Path("{projectId}/recoveries/{recoveryId}:cancel")
    @Idempotent
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(operationId = "cancelRecovery", summary = "ORDERED → CANCELLED, with a reason")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecoveryView.class)))
    public Response cancel(
            @PathParam("projectId") UUID projectId,
            @PathParam("recoveryId") UUID recoveryId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable @Valid RecoveryStep request) {
        return move(projectId, recoveryId, ifMatch, Move.CANCEL, request);
    }

    private Response move(
            UUID projectId, UUID recoveryId, @Nullable String ifMatch, Move move, @Nullable RecoveryStep request) {
        long expected = Versions.required(ifMatch);
        RecoveryStep step = request == null ? RecoveryStep.TODAY : request;
        return versioned(recoveries.move(projectId, recoveryId, expected, move, step.on(), step.reason()));
    }

    private static Response versioned(RecoveryView recovery) {
        return Response.ok(recovery).tag(Versions.etag(recovery.version())).build();
    }
}
