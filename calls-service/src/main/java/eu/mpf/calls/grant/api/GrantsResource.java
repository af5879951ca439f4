package eu.mpf.calls.grant.api;

import eu.mpf.calls.application.Sight;
import eu.mpf.calls.call.AskedCodes;
import eu.mpf.calls.grant.GrantService;
import eu.mpf.calls.grant.GrantStatus;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import eu.mpf.web.value.Money;
import eu.mpf.web.version.Versions;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Grants: signed or withdrawn. They are made by a decision. */
@Path("/v1/grants")
@Tag(name = "Grants", description = "What was awarded, from its conditions to the signature.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class GrantsResource {

    private final GrantService service;
    private final Listing listing;
    private final AskedCodes codes;
    private final Caller caller;

    GrantsResource(GrantService service, Listing listing, AskedCodes codes, Caller caller) {
        this.service = service;
        this.listing = listing;
        this.codes = codes;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Operation(
            summary = "List grants",
            description = "Staff see all, an applicant its own organisation's once the letter is out.")
    public Page<GrantSummary> list(
            @BeanParam PageParams params,
            @QueryParam("callId") @Nullable UUID callId,
            @QueryParam("applicationId") @Nullable UUID applicationId,
            @QueryParam("status") List<GrantStatus> status,
            @QueryParam("fund") List<String> fund) {
        return listing.<GrantSummary>select(
                        "g.id, g.reference, g.application_id, g.call_id, g.call_key, g.organisation,"
                                + " g.fund, g.status, g.eu_share, g.currency, g.project_code, g.awarded_at")
                .from("grant_agreement g")
                .whereIf(
                        !Sight.isStaff(caller),
                        "g.organisation = ? AND EXISTS (SELECT 1 FROM application a WHERE a.id = g.application_id"
                                + " AND COALESCE(a.told, a.status) IN ('AWARDED', 'REVOKED'))",
                        caller.organisation().orElse(""))
                .whereIf(callId != null, "g.call_id = ?", callId)
                .whereIf(applicationId != null, "g.application_id = ?", applicationId)
                .whereIf(!status.isEmpty(), "g.status = ANY(?)", status)
                .whereIf(!fund.isEmpty(), "g.fund = ANY(?)", codes.funds(fund))
                .sortableNotNull("reference", "g.reference", SortType.TEXT)
                .sortableNotNull("awardedAt", "g.awarded_at", SortType.INSTANT)
                .idColumn("g.id")
                .defaultSort("reference")
                .page(params, GrantsResource::row);
    }

    private static GrantSummary row(ResultSet row) throws SQLException {
        return new GrantSummary(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                GrantStatus.valueOf(row.getString(8)),
                new Money(row.getBigDecimal(9), row.getString(10)),
                row.getString(11),
                row.getObject(12, OffsetDateTime.class).toInstant());
    }

    @GET
    @Path("/{grantId}")
    @Authenticated
    @Operation(summary = "Read a grant")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GrantView.class)))
    public Response get(@PathParam("grantId") UUID id) {
        return GrantView.answer(service.visible(id));
    }

    @POST
    @Path("/{grantId}:sign")
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER})
    @Idempotent
    @Operation(
            summary = "Sign a grant",
            description = "What was reserved is committed. Conditions due before the signature must be met.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GrantView.class)))
    public Response sign(@PathParam("grantId") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return GrantView.answer(service.sign(id, Versions.required(ifMatch)));
    }

    @POST
    @Path("/{grantId}/conditions/{number}:meet")
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER})
    @Idempotent
    @Operation(summary = "Note that a condition is met", description = "If-Match is the grant's ETag.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GrantView.class)))
    public Response meet(
            @PathParam("grantId") UUID id,
            @PathParam("number") int number,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid EvidenceRequest request) {
        return GrantView.answer(service.meet(id, Versions.required(ifMatch), number, request.evidence()));
    }

    @POST
    @Path("/{grantId}:withdraw")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent
    @Operation(
            summary = "Withdraw a grant",
            description =
                    "Its money is available again; where the call says so, the reserve list moves up at once. A letter with"
                            + " the reason and the redress is then due.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GrantView.class)))
    public Response withdraw(
            @PathParam("grantId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid WithdrawRequest request) {
        return GrantView.answer(service.withdraw(id, Versions.required(ifMatch), request.reason(), request.redress()));
    }
}
