package eu.mpf.projects.portfolio.api;

import eu.mpf.projects.portfolio.NewSnapshot;
import eu.mpf.projects.portfolio.PortfolioService;
import eu.mpf.projects.portfolio.SnapshotView;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Named, frozen sets of projects with their figures. */
@Path("/v1/portfolio/snapshots")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portfolio")
@RunOnVirtualThread
public class SnapshotsResource {

    private final PortfolioService portfolio;

    SnapshotsResource(PortfolioService portfolio) {
        this.portfolio = portfolio;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listSnapshots", summary = "List snapshots", description = "The last taken first.")
    public Page<SnapshotView> list(@BeanParam PageParams page) {
        return portfolio.snapshots(page);
    }

    @GET
    @Path("/{name}")
    @PermitAll
    @Operation(operationId = "getSnapshot", summary = "Read a snapshot with its figures")
    public SnapshotView get(@PathParam("name") String name) {
        return portfolio.get(name);
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(
            operationId = "takeSnapshot",
            summary = "Freeze the portfolio of a day under a name",
            description =
                    "The versions of the projects, their classifications and the figures stay as they are, for ever.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SnapshotView.class)))
    public Response take(@NotNull @Valid NewSnapshot request) {
        SnapshotView snapshot = portfolio.take(request);
        return Response.created(URI.create("/v1/portfolio/snapshots/" + snapshot.name()))
                .entity(snapshot)
                .build();
    }
}
