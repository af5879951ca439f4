package eu.mpf.events.buildingaccess.api;

import eu.mpf.events.buildingaccess.AccessData;
import eu.mpf.events.buildingaccess.BuildingAccessService;
import eu.mpf.events.registration.api.RegistrationReader;
import eu.mpf.events.shared.api.Answers;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Building access of one registrant, who gives it and may take it back; only organisers read it. While nothing was given
 * the version is 0. It is deleted by itself soon after the event.
 */
@Path("/v1")
@Tag(name = "Building access", description = "What a host asks of visitors, kept encrypted and for few days.")
@PersonalData
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BuildingAccessResource {
    private static final String TOKEN = "Registration-Token";

    private final BuildingAccessService service;
    private final RegistrationReader reader;

    public BuildingAccessResource(BuildingAccessService service, RegistrationReader reader) {
        this.service = service;
        this.reader = reader;
    }

    @GET
    @Path("registrations/{registrationId}/building-access")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Operation(summary = "Read building-access data; the reading is recorded", operationId = "getBuildingAccess")
    @APIResponseSchema(AccessData.class)
    public Response get(@PathParam("registrationId") UUID registrationId) {
        BuildingAccessService.Held held = service.read(registrationId);
        return Answers.ok(Objects.requireNonNull(held.data()), held.version());
    }

    @PUT
    @Path("registrations/{registrationId}/building-access")
    @PermitAll
    @Operation(summary = "Give building-access data", operationId = "giveBuildingAccess")
    @APIResponse(responseCode = "204", description = "Stored, encrypted; the answer does not repeat it.")
    public Response give(
            @PathParam("registrationId") UUID registrationId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam(TOKEN) @Nullable String token,
            @NotNull @Valid AccessData data) {
        long expected = Versions.required(ifMatch);
        reader.require(registrationId, token);
        long version = service.give(registrationId, expected, data);
        return Response.noContent().tag(Versions.etag(version)).build();
    }

    @DELETE
    @Path("registrations/{registrationId}/building-access")
    @PermitAll
    @Operation(summary = "Take building-access data back", operationId = "removeBuildingAccess")
    @APIResponse(responseCode = "204", description = "Deleted.")
    public Response remove(
            @PathParam("registrationId") UUID registrationId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam(TOKEN) @Nullable String token) {
        long expected = Versions.required(ifMatch);
        reader.require(registrationId, token);
        service.remove(registrationId, expected);
        return Response.noContent().build();
    }
}
