package eu.mpf.gateway.partner.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.gateway.partner.ApiClient;
import eu.mpf.gateway.partner.ApiClientService;
import eu.mpf.gateway.partner.ApiClientTable;
import eu.mpf.gateway.partner.ClientStatus;
import eu.mpf.gateway.partner.Owner;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Partners register their programs themselves; each organisation sees its own. */
@Path("/v1/api-clients")
@RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PersonalData
@Tag(name = "API clients", description = "Programs of partners and their keys")
public class ApiClientsResource {

    private final ApiClientService clients;
    private final Listing listing;
    private final MergePatch patches;
    private final Caller caller;

    ApiClientsResource(ApiClientService clients, Listing listing, MergePatch patches, Caller caller) {
        this.clients = clients;
        this.listing = listing;
        this.patches = patches;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
    @Operation(operationId = "listApiClients", summary = "Your API clients")
    public Page<ApiClientView> list(
            @QueryParam("status") @Nullable ClientStatus status,
            @QueryParam("organisation") @Nullable String code,
            @BeanParam PageParams page) {
        Owner owner = Owners.of(caller);
        return listing.<ApiClientView>select(ApiClientTable.COLUMNS)
                .from("api_client c")
                .whereIf(
                        !owner.everything() && owner.organisation().isPresent(),
                        "c.organisation = ?",
                        owner.organisation().orElse(null))
                .whereIf(
                        !owner.everything() && owner.organisation().isEmpty(),
                        "c.organisation IS NULL AND c.owner = ?",
                        owner.subject())
                .whereIf(status != null, "c.status = ?", status)
                .whereIf(code != null, "c.organisation = ?", code)
                .sortableNotNull("name", "c.name", SortType.TEXT)
                .sortableNotNull("createdAt", "c.created_at", SortType.INSTANT)
                .idColumn("c.id")
                .defaultSort("name")
                .page(page, row -> ApiClientView.of(ApiClientTable.client(row)));
    }

    @POST
    @RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
    @Idempotent
    @Operation(operationId = "createApiClient", summary = "Register an API client")
    @APIResponseSchema(value = ApiClientView.class, responseCode = "201")
    public Response register(@NotNull @Valid NewApiClient details) {
        ApiClient made = clients.register(Owners.of(caller), details.name(), details.contact(), details.scopes());
        return Response.created(URI.create("/v1/api-clients/" + made.id()))
                .entity(ApiClientView.of(made))
                .tag(Versions.etag(made.version()))
                .build();
    }

    @GET
    @Path("{clientId}")
    @RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
    @Operation(operationId = "getApiClient", summary = "One of your API clients")
    @APIResponseSchema(ApiClientView.class)
    public Response get(@PathParam("clientId") UUID clientId) {
        return answer(clients.get(Owners.of(caller), clientId));
    }

    @PATCH
    @Path("{clientId}")
    @RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "reviseApiClient",
            summary = "Revise an API client",
            description =
                    "Scopes taken from the client are taken from its keys at once; scopes given to it are not theirs.")
    @APIResponseSchema(ApiClientView.class)
    public Response revise(
            @PathParam("clientId") UUID clientId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull JsonNode patch) {
        Owner owner = Owners.of(caller);
        long expected = Versions.required(ifMatch);
        ApiClient before = clients.get(owner, clientId);
        NewApiClient details = patches.apply(
                new NewApiClient(before.name(), before.contact(), before.scopes()), patch, NewApiClient.class);
        return answer(clients.revise(owner, clientId, expected, details.name(), details.contact(), details.scopes()));
    }

    @DELETE
    @Path("{clientId}")
    @RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "closeApiClient",
            summary = "Close an API client",
            description = "Ends it and all its keys for good. It can still be read.")
    public void close(@PathParam("clientId") UUID clientId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        clients.close(Owners.of(caller), clientId, Versions.required(ifMatch));
    }

    private static Response answer(ApiClient client) {
        return Response.ok(ApiClientView.of(client))
                .tag(Versions.etag(client.version()))
                .build();
    }
}
