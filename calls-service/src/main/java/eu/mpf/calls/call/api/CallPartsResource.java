package eu.mpf.calls.call.api;

import eu.mpf.calls.call.CallService;
import eu.mpf.calls.fund.FundBalances;
import eu.mpf.web.page.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What belongs to a call and is public with it: its money, its editions, its corrigenda. */
@Path("/v1/calls")
@Tag(name = "Calls")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CallPartsResource {

    private final CallAccess access;
    private final CallService service;
    private final FundBalances balances;

    CallPartsResource(CallAccess access, CallService service, FundBalances balances) {
        this.access = access;
        this.service = service;
        this.balances = balances;
    }

    @GET
    @Path("/{callId}/funds")
    @PermitAll
    @Operation(
            summary = "The money of a call",
            description = "Per fund and lot: envelope = available + reserved + committed.")
    public Page<FundView> funds(@PathParam("callId") UUID id) {
        access.visible(id);
        return Page.of(balances.of(id).stream().map(FundView::of).toList());
    }

    @GET
    @Path("/{callId}/versions")
    @PermitAll
    @Operation(
            summary = "The editions of a call",
            description = "Edition 1 is what was published; each corrigendum makes one more.")
    public Page<EditionView> versions(@PathParam("callId") UUID id) {
        access.visible(id);
        return Page.of(service.editions(id).stream().map(EditionView::of).toList());
    }

    @GET
    @Path("/{callId}/corrigenda")
    @PermitAll
    @Operation(summary = "The corrigenda of a call")
    public Page<CorrigendumView> corrigenda(@PathParam("callId") UUID id) {
        access.visible(id);
        return Page.of(service.editions(id).stream()
                .filter(edition -> edition.edition() > 1)
                .map(CorrigendumView::of)
                .toList());
    }
}
