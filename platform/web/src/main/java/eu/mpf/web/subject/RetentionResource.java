package eu.mpf.web.subject;

import static eu.mpf.web.adjustment.AdjustmentKind.RETENTION;

import com.fasterxml.jackson.databind.node.TextNode;
import eu.mpf.web.ServiceName;
import eu.mpf.web.adjustment.AdjustmentService;
import eu.mpf.web.page.Page;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How long each purpose keeps personal data; a change is in force from the next run on. */
@Path("/v1/admin/personal-data")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Data protection", description = "Export, erasure, register and retention of personal data")
@RunOnVirtualThread
public class RetentionResource {
    private final Retention retention;
    private final RetentionPeriods periods;
    private final AdjustmentService adjustments;
    private final ServiceName service;

    RetentionResource(
            Retention retention, RetentionPeriods periods, AdjustmentService adjustments, ServiceName service) {
        this.retention = retention;
        this.periods = periods;
        this.adjustments = adjustments;
        this.service = service;
    }

    /** Another period. */
    @Schema(name = "RetentionChange", description = "How long data of a purpose is kept from the next run on.")
    public record Change(
            @NotNull @Size(max = 40) @Schema(examples = "P90D")
            String period,

            @Size(max = 1000) @Nullable String reason) {}

    @GET
    @Path("{service}/retention")
    @RolesAllowed({Roles.DATA_PROTECTION_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    @Operation(operationId = "listRetention", summary = "List how long data is kept, by purpose")
    public Page<RetentionState> list(@PathParam("service") String name) {
        service.require(name);
        return Page.of(retention.states());
    }

    @GET
    @Path("{service}/retention/{purpose}")
    @RolesAllowed({Roles.DATA_PROTECTION_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    @Operation(operationId = "getRetentionOfPurpose", summary = "Read how long data of a purpose is kept")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RetentionState.class)))
    public Response get(@PathParam("service") String name, @PathParam("purpose") String purpose) {
        service.require(name);
        return answer(rule(purpose));
    }

    @PUT
    @Path("{service}/retention/{purpose}")
    @RolesAllowed({Roles.DATA_PROTECTION_OFFICER, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "setRetention",
            summary = "Set how long data of a purpose is kept",
            description = "Within the bounds of the purpose; in force from the next run on.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RetentionState.class)))
    public Response put(
            @PathParam("service") String name,
            @PathParam("purpose") String purpose,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Change change) {
        service.require(name);
        var rule = rule(purpose);
        var expected = Versions.required(ifMatch);
        var period = TextNode.valueOf(periods.checked(rule, change.period()).toString());
        adjustments.put(RETENTION, purpose, period, expected, initial(rule), change.reason());
        return answer(rule);
    }

    @DELETE
    @Path("{service}/retention/{purpose}")
    @RolesAllowed({Roles.DATA_PROTECTION_OFFICER, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "resetRetention",
            summary = "Set how long data of a purpose is kept back to its initial value")
    @APIResponse(responseCode = "204", description = "The initial period holds again")
    public Response delete(
            @PathParam("service") String name,
            @PathParam("purpose") String purpose,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.require(name);
        var rule = rule(purpose);
        adjustments.put(RETENTION, purpose, null, Versions.required(ifMatch), initial(rule), null);
        return Response.noContent().build();
    }

    private RetentionRule rule(String purpose) {
        return retention.rule(purpose).orElseThrow(() -> ProblemException.notFound("purpose", purpose));
    }

    private TextNode initial(RetentionRule rule) {
        return TextNode.valueOf(periods.initial(rule).toString());
    }

    private Response answer(RetentionRule rule) {
        return Response.ok(retention.state(rule))
                .tag(Versions.etag(adjustments.version(RETENTION, rule.purpose())))
                .build();
    }
}
