package eu.mpf.projects.grantee.api;

import eu.mpf.projects.grantee.Grantee;
import eu.mpf.projects.grantee.GranteeReader;
import eu.mpf.projects.project.GranteeStanding;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who holds a grant, and who held one. */
@Path("/v1/grantees")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
@RunOnVirtualThread
public class GranteesResource {

    private final GranteeReader grantees;

    GranteesResource(GranteeReader grantees) {
        this.grantees = grantees;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listGrantees",
            summary = "List current and past grantees",
            description =
                    "Bodies that lead a project under a grant agreement. Current while one agreement holds; past once all have ended. Derived from the status of projects, whose events tell every change.")
    public Page<Grantee> list(
            @BeanParam PageParams page,
            @QueryParam("standing") @Parameter(description = "CURRENT or PAST alone.") @Nullable
                    GranteeStanding standing,
            @QueryParam("country") List<String> country) {
        return grantees.page(standing, country, page);
    }
}
