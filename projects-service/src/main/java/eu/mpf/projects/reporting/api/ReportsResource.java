package eu.mpf.projects.reporting.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.projects.reporting.ReportContent;
import eu.mpf.projects.reporting.ReportService;
import eu.mpf.projects.reporting.ReportView;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Page;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reports of a project. The leading organisation writes and submits its own; the public reads accepted ones. */
@Path("/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Reports",
        description = "Interim and final reports: scheduled, submitted, returned with reasons, accepted.")
@RunOnVirtualThread
public class ReportsResource {

    private final ReportService reports;

    ReportsResource(ReportService reports) {
        this.reports = reports;
    }

    @GET
    @Path("{projectId}/reports")
    @PermitAll
    @Operation(
            operationId = "listReports",
            summary = "List the reports of a project",
            description =
                    "In the order of their periods: all of them for staff and the lead, accepted ones for others.")
    public Page<ReportView> list(@PathParam("projectId") UUID projectId) {
        return Page.of(reports.list(projectId));
    }

    @GET
    @Path("{projectId}/reports/{reportId}")
    @PermitAll
    @Operation(operationId = "getReport", summary = "Read a report")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReportView.class)))
    public Response get(@PathParam("projectId") UUID projectId, @PathParam("reportId") UUID reportId) {
        return versioned(reports.get(projectId, reportId));
    }

    @PATCH
    @Path("{projectId}/reports/{reportId}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({Roles.APPLICANT, Roles.PROGRAMME_OFFICER})
    @Operation(
            operationId = "writeReport",
            summary = "Write a report",
            description = "A merge patch over its content, while it is a draft or was returned.")
    @RequestBody(
            content =
                    @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = ReportContent.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReportView.class)))
    public Response write(
            @PathParam("projectId") UUID projectId,
            @PathParam("reportId") UUID reportId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            JsonNode patch) {
        return versioned(reports.write(projectId, reportId, Versions.required(ifMatch), patch));
    }

    @POST
    @Path("{projectId}/reports/{reportId}:submit")
    @Idempotent
    @RolesAllowed({Roles.APPLICANT, Roles.PROGRAMME_OFFICER})
    @Operation(
            operationId = "submitReport",
            summary = "DRAFT or RETURNED → SUBMITTED",
            description = "Everything the report owes its reader and does not have is listed at once.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReportView.class)))
    public Response submit(
            @PathParam("projectId") UUID projectId,
            @PathParam("reportId") UUID reportId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return versioned(reports.submit(projectId, reportId, Versions.required(ifMatch)));
    }

    @POST
    @Path("{projectId}/reports/{reportId}:return")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(operationId = "returnReport", summary = "SUBMITTED → RETURNED, with reasons")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReportView.class)))
    public Response giveBack(
            @PathParam("projectId") UUID projectId,
            @PathParam("reportId") UUID reportId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Return request) {
        return versioned(reports.giveBack(projectId, reportId, Versions.required(ifMatch), request.reasons()));
    }

    @POST
    @Path("{projectId}/reports/{reportId}:accept")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(
            operationId = "acceptReport",
            summary = "SUBMITTED → ACCEPTED",
            description =
                    "The actual values it states become those of the project's indicators; the public may read it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReportView.class)))
    public Response accept(
            @PathParam("projectId") UUID projectId,
            @PathParam("reportId") UUID reportId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return versioned(reports.accept(projectId, reportId, Versions.required(ifMatch)));
    }

    private static Response versioned(ReportView report) {
        return Response.ok(report).tag(Versions.etag(report.version())).build();
    }
}
