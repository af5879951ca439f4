package eu.mpf.projects.reporting.api;

import eu.mpf.projects.reporting.ReportingPlanView;
import eu.mpf.projects.reporting.ReportingRule;
import eu.mpf.projects.reporting.ReportingService;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The rule a project reports by. Its contact is an address: the public does not see it. */
@Path("/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
@PersonalData
@RunOnVirtualThread
public class ReportingPlanResource {

    private final ReportingService reporting;

    ReportingPlanResource(ReportingService reporting) {
        this.reporting = reporting;
    }

    @GET
    @Path("{projectId}/reporting-plan")
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR, Roles.APPLICANT})
    @Operation(operationId = "getReportingPlan", summary = "Read the rule a project reports by")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReportingPlanView.class)))
    public Response get(@PathParam("projectId") UUID projectId) {
        return versioned(reporting.plan(projectId));
    }

    @PUT
    @Path("{projectId}/reporting-plan")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(
            operationId = "agreeReportingPlan",
            summary = "Set the rule a project reports by",
            description =
                    "Its schedule is made from it: open reports follow, what was handed in stays. If-Match is \"0\" while the usual rule holds.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReportingPlanView.class)))
    public Response agree(
            @PathParam("projectId") UUID projectId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ReportingRule request) {
        return versioned(reporting.agree(projectId, Versions.required(ifMatch), request));
    }

    private static Response versioned(ReportingPlanView plan) {
        return Response.ok(plan).tag(Versions.etag(plan.version())).build();
    }
}
