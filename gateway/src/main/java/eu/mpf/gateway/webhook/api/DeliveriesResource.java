package eu.mpf.gateway.webhook.api;

import eu.mpf.gateway.partner.Owner;
import eu.mpf.gateway.partner.api.Owners;
import eu.mpf.gateway.webhook.Delivery;
import eu.mpf.gateway.webhook.DeliveryStatus;
import eu.mpf.gateway.webhook.DeliveryTable;
import eu.mpf.gateway.webhook.WebhookService;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The log of a webhook's deliveries, and what can be sent again. */
@Path("/v1/webhooks")
@RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Webhooks")
public class DeliveriesResource {

    private final WebhookService webhooks;
    private final Listing listing;
    private final Caller caller;

    DeliveriesResource(WebhookService webhooks, Listing listing, Caller caller) {
        this.webhooks = webhooks;
        this.listing = listing;
        this.caller = caller;
    }

    @GET
    @Path("{webhookId}/deliveries")
    @RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
    @Operation(operationId = "listWebhookDeliveries", summary = "What was and will be delivered, newest first")
    public Page<DeliveryView> list(
            @PathParam("webhookId") UUID webhookId,
            @QueryParam("status") @Nullable DeliveryStatus status,
            @QueryParam("type") @Nullable String type,
            @BeanParam PageParams page) {
        webhooks.get(Owners.of(caller), webhookId);
        return listing.<DeliveryView>select(DeliveryTable.COLUMNS)
                .from("webhook_delivery d")
                .where("d.webhook_id = ?", webhookId)
                .whereIf(status != null, "d.status = ?", status)
                .whereIf(type != null, "d.type = ?", type)
                .sortableNotNull("createdAt", "d.created_at", SortType.INSTANT)
                .idColumn("d.id")
                .defaultSort("createdAt desc")
                .page(page, row -> DeliveryView.of(DeliveryTable.delivery(row)));
    }

    @GET
    @Path("{webhookId}/deliveries/{deliveryId}")
    @RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
    @Operation(operationId = "getWebhookDelivery", summary = "One delivery with its attempts")
    public DeliveryView get(@PathParam("webhookId") UUID webhookId, @PathParam("deliveryId") UUID deliveryId) {
        Owner owner = Owners.of(caller);
        Delivery delivery = webhooks.delivery(owner, webhookId, deliveryId);
        return DeliveryView.of(delivery, webhooks.attempts(owner, webhookId, deliveryId), delivery.body());
    }

    @POST
    @Path("{webhookId}/deliveries/{deliveryId}:replay")
    @RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
    @Idempotent
    @Operation(
            operationId = "replayWebhookDelivery",
            summary = "Send one event again",
            description = "Behind what waits already, under the same `webhook-id`.")
    @APIResponseSchema(value = DeliveryView.class, responseCode = "202")
    public Response replay(@PathParam("webhookId") UUID webhookId, @PathParam("deliveryId") UUID deliveryId) {
        return WebhooksResource.queued(webhooks.replay(Owners.of(caller), webhookId, deliveryId));
    }

    /** Which deliveries. */
    @Schema(name = "ReplayRange", examples = """
            {"from":"2026-11-22T00:00:00.000Z","to":"2026-11-23T00:00:00.000Z","status":"FAILED"}""")
    public record ReplayRange(
            @NotNull Instant from,
            @NotNull Instant to,

            @Schema(description = "Only those that ended so; all if left out.") @Nullable
            DeliveryStatus status) {}

    /** How many were queued. */
    @Schema(name = "Replayed")
    public record Replayed(int queued) {}

    @POST
    @Path("{webhookId}/deliveries:replay")
    @RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
    @Idempotent
    @Operation(
            operationId = "replayWebhookDeliveries",
            summary = "Send a range of events again",
            description = "Each event of the range once, in order, behind what waits already.")
    @APIResponseSchema(value = Replayed.class, responseCode = "202")
    public Response replay(@PathParam("webhookId") UUID webhookId, @NotNull @Valid ReplayRange range) {
        int queued = webhooks.replay(Owners.of(caller), webhookId, range.from(), range.to(), range.status());
        return Response.accepted(new Replayed(queued)).build();
    }
}
