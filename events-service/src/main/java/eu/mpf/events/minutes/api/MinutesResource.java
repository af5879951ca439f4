package eu.mpf.events.minutes.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.minutes.MinutesDetails;
import eu.mpf.events.minutes.MinutesService;
import eu.mpf.events.minutes.MinutesService.Written;
import eu.mpf.events.shared.api.Answers;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Minutes of a session, for those who write the report. Before anything was written the version is 0. */
@Path("/v1")
@Tag(name = "Minutes", description = "What was said in a session.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MinutesResource {
    private final MinutesService service;
    private final MergePatch patches;

    public MinutesResource(MinutesService service, MergePatch patches) {
        this.service = service;
        this.patches = patches;
    }

    @GET
    @Path("sessions/{sessionId}/minutes")
    @RolesAllowed({Roles.RAPPORTEUR, Roles.EVENT_MANAGER, Roles.PROGRAMME_OFFICER, Roles.AUDITOR})
    @Operation(summary = "Read the minutes", operationId = "getMinutes")
    @APIResponseSchema(MinutesDetails.class)
    public Response get(@PathParam("sessionId") UUID sessionId) {
        return answer(service.read(sessionId));
    }

    @PUT
    @Path("sessions/{sessionId}/minutes")
    @RolesAllowed({Roles.RAPPORTEUR, Roles.EVENT_MANAGER})
    @Operation(summary = "Write the minutes", operationId = "writeMinutes")
    @APIResponseSchema(MinutesDetails.class)
    public Response write(
            @PathParam("sessionId") UUID sessionId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid MinutesDetails minutes) {
        return answer(service.write(sessionId, Versions.required(ifMatch), before -> minutes));
    }

    @PATCH
    @Path("sessions/{sessionId}/minutes")
    @RolesAllowed({Roles.RAPPORTEUR, Roles.EVENT_MANAGER})
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(summary = "Change a part of the minutes", operationId = "reviseMinutes")
    @APIResponseSchema(MinutesDetails.class)
    public Response revise(
            @PathParam("sessionId") UUID sessionId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = MinutesDetails.class))) JsonNode patch) {
        return answer(service.write(
                sessionId, Versions.required(ifMatch), before -> patches.apply(before, patch, MinutesDetails.class)));
    }

    private static Response answer(Written written) {
        return Answers.ok(written.details(), written.version());
    }
}
