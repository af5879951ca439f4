package eu.mpf.gateway.partner.api;

import eu.mpf.gateway.partner.ApiClientService;
import eu.mpf.gateway.partner.ApiKey;
import eu.mpf.gateway.partner.IssuedKey;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.idempotency.WithoutKey;
import eu.mpf.web.page.Page;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Keys of a client. The answer that holds a key is not stored for a repeated Idempotency-Key: a key is nowhere at rest, so
 * creating and rotating take none.
 */
@Path("/v1/api-clients")
@RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "API clients")
public class ApiKeysResource {

    private final ApiClientService clients;
    private final Caller caller;

    ApiKeysResource(ApiClientService clients, Caller caller) {
        this.clients = clients;
        this.caller = caller;
    }

    @GET
    @Path("{clientId}/keys")
    @RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
    @Operation(operationId = "listApiKeys", summary = "The keys of an API client, newest first")
    public Page<ApiKeyView> list(@PathParam("clientId") UUID clientId) {
        Instant now = Instant.now();
        return Page.of(clients.keys(Owners.of(caller), clientId).stream()
                .map(key -> ApiKeyView.of(key, now))
                .toList());
    }

    @POST
    @Path("{clientId}/keys")
    @WithoutKey("the answer holds a secret, which is kept nowhere")
    @RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "createApiKey",
            summary = "Issue a key",
            description = "The key stands in this answer only; keep it. Two keys of a client may be live at a time."
                    + " This answer is kept nowhere, since it holds a secret: so an `Idempotency-Key` has no effect. If the"
                    + " answer is lost, revoke the key.")
    @APIResponseSchema(value = ApiKeyView.class, responseCode = "201")
    public Response issue(@PathParam("clientId") UUID clientId, @NotNull @Valid NewApiKey details) {
        return created(clients.issue(Owners.of(caller), clientId, details.scopes(), details.expiresAt()));
    }

    @GET
    @Path("{clientId}/keys/{keyId}")
    @RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
    @Operation(operationId = "getApiKey", summary = "One key, without the key itself")
    @APIResponseSchema(ApiKeyView.class)
    public Response get(@PathParam("clientId") UUID clientId, @PathParam("keyId") UUID keyId) {
        return answer(clients.key(Owners.of(caller), clientId, keyId));
    }

    @POST
    @Path("{clientId}/keys/{keyId}:rotate")
    @WithoutKey("the answer holds a secret, which is kept nowhere")
    @RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "rotateApiKey",
            summary = "Issue a successor",
            description =
                    "The old key serves on for seven days or until it expires, whichever is first. The new one stands"
                            + " in this answer only, which is kept nowhere: so an `Idempotency-Key` has no effect. If the"
                            + " answer is lost, revoke the new key and rotate again.")
    @APIResponseSchema(value = ApiKeyView.class, responseCode = "201")
    public Response rotate(
            @PathParam("clientId") UUID clientId,
            @PathParam("keyId") UUID keyId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return created(clients.rotate(Owners.of(caller), clientId, keyId, Versions.required(ifMatch)));
    }

    @POST
    @Path("{clientId}/keys/{keyId}:revoke")
    @RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
    @Idempotent
    @Operation(
            operationId = "revokeApiKey",
            summary = "End a key at once",
            description = "On other instances of the gateway it ends within seconds.")
    @APIResponseSchema(ApiKeyView.class)
    public Response revoke(
            @PathParam("clientId") UUID clientId,
            @PathParam("keyId") UUID keyId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(clients.revoke(Owners.of(caller), clientId, keyId, Versions.required(ifMatch)));
    }

    private static Response created(IssuedKey issued) {
        ApiKey key = issued.key();
        return Response.created(URI.create("/v1/api-clients/" + key.clientId() + "/keys/" + key.id()))
                .entity(ApiKeyView.of(key, Instant.now(), issued.text()))
                .tag(Versions.etag(key.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response answer(ApiKey key) {
        return Response.ok(ApiKeyView.of(key, Instant.now()))
                .tag(Versions.etag(key.version()))
                .build();
    }
}
