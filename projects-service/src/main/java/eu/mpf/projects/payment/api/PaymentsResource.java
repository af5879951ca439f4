package eu.mpf.projects.payment.api;

import eu.mpf.projects.payment.AccountView;
import eu.mpf.projects.payment.NewPayment;
import eu.mpf.projects.payment.PaymentService;
import eu.mpf.projects.payment.PaymentStatus.Move;
import eu.mpf.projects.payment.PaymentView;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Page;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Payments of a project. The public sees what was paid, once the project's money is public. */
@Path("/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments", description = "Payments against what the contract commits, and the account they are drawn on.")
@RunOnVirtualThread
public class PaymentsResource {

    private final PaymentService payments;

    PaymentsResource(PaymentService payments) {
        this.payments = payments;
    }

    @GET
    @Path("{projectId}/account")
    @PermitAll
    @Operation(
            operationId = "getProjectAccount",
            summary = "What is committed, approved, paid and free",
            description = "Amounts are absent while nothing is committed, or the money is not public.")
    public AccountView account(@PathParam("projectId") UUID projectId) {
        return payments.account(projectId);
    }

    @GET
    @Path("{projectId}/payments")
    @PermitAll
    @Operation(
            operationId = "listPayments",
            summary = "List the payments of a project",
            description = "All of them for staff and the leading organisation; for others those that were paid.")
    public Page<PaymentView> list(@PathParam("projectId") UUID projectId) {
        return Page.of(payments.list(projectId));
    }

    @GET
    @Path("{projectId}/payments/{paymentId}")
    @PermitAll
    @Operation(operationId = "getPayment", summary = "Read a payment")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PaymentView.class)))
    public Response get(@PathParam("projectId") UUID projectId, @PathParam("paymentId") UUID paymentId) {
        return versioned(payments.get(projectId, paymentId));
    }

    @POST
    @Path("{projectId}/payments")
    @Idempotent
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER})
    @Operation(operationId = "requestPayment", summary = "Ask for a payment")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PaymentView.class)))
    public Response request(@PathParam("projectId") UUID projectId, @NotNull @Valid NewPayment request) {
        PaymentView payment = payments.request(projectId, request);
        return Response.created(URI.create("/v1/projects/" + projectId + "/payments/" + payment.id()))
                .entity(payment)
                .tag(Versions.etag(payment.version()))
                .build();
    }

    @POST
    @Path("{projectId}/payments/{paymentId}:approve")
    @Idempotent
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "approvePayment",
            summary = "REQUESTED → APPROVED",
            description =
                    "Its amount is taken off what is free; 409 commitment-exceeded if it does not suffice. An interim payment waits for its report, the balance for the final one.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PaymentView.class)))
    public Response approve(
            @PathParam("projectId") UUID projectId,
            @PathParam("paymentId") UUID paymentId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable @Valid PaymentStep request) {
        return move(projectId, paymentId, ifMatch, Move.APPROVE, request);
    }

    @POST
    @Path("{projectId}/payments/{paymentId}:pay")
    @Idempotent
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(operationId = "payPayment", summary = "APPROVED → PAID")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PaymentView.class)))
    public Response pay(
            @PathParam("projectId") UUID projectId,
            @PathParam("paymentId") UUID paymentId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable @Valid PaymentStep request) {
        return move(projectId, paymentId, ifMatch, Move.PAY, request);
    }

    @POST
    @Path("{projectId}/payments/{paymentId}:reject")
    @Idempotent
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(operationId = "rejectPayment", summary = "REQUESTED → REJECTED, with a reason")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PaymentView.class)))
    public Response reject(
            @PathParam("projectId") UUID projectId,
            @PathParam("paymentId") UUID paymentId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable @Valid PaymentStep request) {
        return move(projectId, paymentId, ifMatch, Move.REJECT, request);
    }

    @POST
    @Path("{projectId}/payments/{paymentId}:cancel")
    @Idempotent
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(operationId = "cancelPayment", summary = "APPROVED → CANCELLED, with a reason: its amount is free again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PaymentView.class)))
    public Response cancel(
            @PathParam("projectId") UUID projectId,
            @PathParam("paymentId") UUID paymentId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable @Valid PaymentStep request) {
        return move(projectId, paymentId, ifMatch, Move.CANCEL, request);
    }

    private Response move(
            UUID projectId, UUID paymentId, @Nullable String ifMatch, Move move, @Nullable PaymentStep request) {
        long expected = Versions.required(ifMatch);
        PaymentStep step = request == null ? PaymentStep.TODAY : request;
        return versioned(payments.move(projectId, paymentId, expected, move, step.on(), step.reason()));
    }

    private static Response versioned(PaymentView payment) {
        return Response.ok(payment).tag(Versions.etag(payment.version())).build();
    }
}
