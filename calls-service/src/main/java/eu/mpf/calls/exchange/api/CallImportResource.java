package eu.mpf.calls.exchange.api;

import eu.mpf.calls.call.CallService;
import eu.mpf.calls.exchange.PortalImport;
import eu.mpf.web.bulk.ImportParams;
import eu.mpf.web.bulk.ImportResult;
import eu.mpf.web.bulk.Imports;
import eu.mpf.web.export.Exports;
import eu.mpf.web.idempotency.WithoutKey;
import eu.mpf.web.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Calls of the portal of the Union, taken over as drafts. */
@Path("/v1/calls:import")
@Tag(name = "Calls")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CallImportResource {

    private final Imports imports;
    private final CallService calls;

    CallImportResource(Imports imports, CallService calls) {
        this.imports = imports;
        this.calls = calls;
    }

    @POST
    @WithoutKey("no row is done twice however often its file is sent")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Consumes({Exports.JSON_LINES, Exports.CSV, Exports.XLSX})
    @Operation(
            summary = "Import calls of the EU portal",
            description = "One JSON object per line, as the Funding & Tenders portal gives it. Each becomes a draft;"
                    + " what was assumed or left out is a warning of its row.")
    public ImportResult importCalls(
            InputStream body, @HeaderParam("Content-Type") String type, @BeanParam ImportParams params) {
        return imports.run(PortalImport.TARGET, body, type, params, new PortalImport(calls)::take);
    }
}
