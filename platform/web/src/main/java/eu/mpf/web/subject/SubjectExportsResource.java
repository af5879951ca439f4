package eu.mpf.web.subject;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.web.ServiceName;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a service has gathered for a request; the gateway puts the parts of all services together. */
@Path("/v1/subject-exports")
@Produces(MediaType.APPLICATION_JSON)
@PersonalData
@Tag(name = "Data protection", description = "Export, erasure, register and retention of personal data")
@RunOnVirtualThread
public class SubjectExportsResource {
    private final SubjectExportService exports;
    private final ServiceName service;

    SubjectExportsResource(SubjectExportService exports, ServiceName service) {
        this.exports = exports;
        this.service = service;
    }

    /** What this service holds of one person. */
    @Schema(name = "SubjectExport", description = "What this service holds of one person: records by kind.")
    public record SubjectExport(String service, String exportedAt, Object records) {}

    @GET
    @Path("{service}/{requestId}")
    @RolesAllowed(Roles.DATA_PROTECTION_OFFICER)
    @Operation(operationId = "getSubjectExport", summary = "Read what this service gathered for an export")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SubjectExport.class)))
    public Response get(@PathParam("service") String name, @PathParam("requestId") UUID requestId) {
        service.require(name);
        JsonNode export = exports.read(requestId);
        return Response.ok(export).build();
    }
}
