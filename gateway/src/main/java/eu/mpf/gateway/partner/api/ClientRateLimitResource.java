package eu.mpf.gateway.partner.api;

import eu.mpf.gateway.partner.ApiClient;
import eu.mpf.gateway.partner.ApiClientService;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How much a single client may ask for; the usual limits are settings of the gateway. */
@Path("/v1/api-clients")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMINISTRATOR)
@RunOnVirtualThread
@Tag(name = "API clients", description = "Programs of partners and their keys")
public class ClientRateLimitResource {

    private final ApiClientService clients;
    private final Caller caller;

    ClientRateLimitResource(ApiClientService clients, Caller caller) {
        this.clients = clients;
        this.caller = caller;
    }

    /** A limit for one client. */
    @Schema(name = "ClientRateLimit", examples = """
            {"requests":6000,"reason":"Mirrors the whole portfolio every night"}""")
    public record Limit(
            @Min(1) @Max(1_000_000) @Schema(description = "Requests in a window, over all its keys and all instances.")
            int requests,

            @Size(max = 1000) @Nullable String reason) {}

    @PUT
    @Path("{clientId}/rate-limit")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @PersonalData
    @Operation(
            operationId = "setApiClientRateLimit",
            summary = "Give one API client a limit of its own",
            description =
                    "It holds at once here, and within seconds on other instances, when they look at its keys again.")
    @APIResponseSchema(ApiClientView.class)
    public Response put(
            @PathParam("clientId") UUID clientId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Limit limit) {
        long expected = Versions.required(ifMatch);
        ApiClient client = clients.limit(Owners.of(caller), clientId, expected, limit.requests(), limit.reason());
        return Response.ok(ApiClientView.of(client))
                .tag(Versions.etag(client.version()))
                .build();
    }

    @DELETE
    @Path("{clientId}/rate-limit")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(operationId = "resetApiClientRateLimit", summary = "Give one API client the usual limit again")
    @APIResponse(responseCode = "204", description = "The usual limit holds")
    public void delete(@PathParam("clientId") UUID clientId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        clients.limit(Owners.of(caller), clientId, Versions.required(ifMatch), null, null);
    }
}
