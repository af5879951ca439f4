package eu.mpf.calls.sight;

import eu.mpf.web.sql.Sql;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Only in tests: reads applications as a query would that forgot whose they are. */
@Path("/without-the-first-wall/{applicationId}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class WithoutTheFirstWall {

    private static final String SEEN = "SELECT 'application' FROM application WHERE id = ?"
            + " UNION ALL SELECT 'submission' FROM submission WHERE application_id = ?"
            + " UNION ALL SELECT 'attachment' FROM application_attachment WHERE application_id = ?";

    private final Sql sql;

    WithoutTheFirstWall(Sql sql) {
        this.sql = sql;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public List<String> read(@PathParam("applicationId") UUID id) {
        return sql.list(SEEN, row -> row.getString(1), id, id, id);
    }

    @GET
    @Path("/in-a-transaction")
    @PermitAll
    @Transactional
    @Operation(hidden = true)
    public List<String> readInATransaction(@PathParam("applicationId") UUID id) {
        return read(id);
    }
}
