package eu.mpf.events.session.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.session.ContributionDetails;
import eu.mpf.events.session.ContributionService;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who contributed what to a session. */
@Path("/v1")
@Tag(name = "Contributions", description = "Who speaks in a session, and about what.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ContributionsResource {
    private final ContributionService service;
    private final SessionReader reader;
    private final Listing listing;
    private final MergePatch patches;

    public ContributionsResource(
            ContributionService service, SessionReader reader, Listing listing, MergePatch patches) {
        this.service = service;
        this.reader = reader;
        this.listing = listing;
        this.patches = patches;
    }

    @GET
    @Path("sessions/{sessionId}/contributions")
    @PermitAll
    @Operation(summary = "List the contributions of a session", operationId = "listContributions")
    public Page<ContributionView> list(@PathParam("sessionId") UUID sessionId, @BeanParam PageParams page) {
        return listing.<ContributionView>select(ContributionView.COLUMNS)
                .from(ContributionView.FROM)
                .where("s.id = ? AND " + reader.visible(), sessionId)
                .sortableNotNull("position", "c.position", SortType.INTEGER)
                .idColumn("c.id")
                .defaultSort("position")
                .page(page, ContributionView::of);
    }

    @POST
    @Path("sessions/{sessionId}/contributions")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Idempotent
    @Operation(summary = "Record a contribution", operationId = "createContribution")
    @APIResponseSchema(value = ContributionView.class, responseCode = "201")
    public Response create(@PathParam("sessionId") UUID sessionId, @NotNull @Valid ContributionDetails details) {
        return reader.contributionCreated(
                sessionId, service.add(sessionId, details).id());
    }

    @GET
    @Path("sessions/{sessionId}/contributions/{contributionId}")
    @PermitAll
    @Operation(summary = "Read a contribution", operationId = "getContribution")
    @APIResponseSchema(ContributionView.class)
    public Response get(@PathParam("sessionId") UUID sessionId, @PathParam("contributionId") UUID contributionId) {
        return reader.contribution(sessionId, contributionId);
    }

    @PATCH
    @Path("sessions/{sessionId}/contributions/{contributionId}")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(summary = "Correct a contribution", operationId = "reviseContribution")
    @APIResponseSchema(ContributionView.class)
    public Response revise(
            @PathParam("sessionId") UUID sessionId,
            @PathParam("contributionId") UUID contributionId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ContributionDetails.class)))
                    JsonNode patch) {
        service.revise(
                sessionId,
                contributionId,
                Versions.required(ifMatch),
                details -> patches.apply(details, patch, ContributionDetails.class));
        return reader.contribution(sessionId, contributionId);
    }

    /** Somebody dropped out before the session; afterwards a contribution is corrected, not removed. */
    @DELETE
    @Path("sessions/{sessionId}/contributions/{contributionId}")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Operation(summary = "Remove a contribution", operationId = "removeContribution")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(
            @PathParam("sessionId") UUID sessionId,
            @PathParam("contributionId") UUID contributionId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.remove(sessionId, contributionId, Versions.required(ifMatch));
        return Response.noContent().build();
    }
}
