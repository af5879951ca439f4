package eu.mpf.gateway.webhook.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.gateway.identity.TokenMechanism;
import eu.mpf.gateway.partner.Owner;
import eu.mpf.gateway.partner.api.Owners;
import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.gateway.webhook.Delivery;
import eu.mpf.gateway.webhook.Webhook;
import eu.mpf.gateway.webhook.WebhookService;
import eu.mpf.gateway.webhook.WebhookStatus;
import eu.mpf.gateway.webhook.WebhookTable;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Webhooks of partners; each organisation sees its own. */
@Path("/v1/webhooks")
@RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Webhooks", description = "Events brought to an endpoint of yours (Standard Webhooks)")
public class WebhooksResource {

    /** What signs, the newest first. */
    @Schema(name = "WebhookSecrets")
    public record SecretsView(
            @Schema(examples = "[\"whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD\"]")
            List<String> secrets) {}

    private final WebhookService webhooks;
    private final Listing listing;
    private final MergePatch patches;
    private final Caller caller;
    private final SecurityIdentity identity;

    WebhooksResource(
            WebhookService webhooks, Listing listing, MergePatch patches, Caller caller, SecurityIdentity identity) {
        this.webhooks = webhooks;
        this.listing = listing;
        this.patches = patches;
        this.caller = caller;
        this.identity = identity;
    }

    private eu.mpf.gateway.policy.auth.Caller credential() {
        return identity.getAttribute(TokenMechanism.CALLER);
    }

    @GET
    @RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
    @PersonalData
    @Operation(operationId = "listWebhooks", summary = "Your webhooks")
    public Page<WebhookView> list(
            @QueryParam("status") @Nullable WebhookStatus status,
            @QueryParam("organisation") @Nullable String code,
            @BeanParam PageParams page) {
        Owner owner = Owners.of(caller);
        String organisation = owner.organisation().orElse(null);
        return listing.<WebhookView>select(WebhookTable.COLUMNS)
                .from("webhook w")
                .whereIf(!owner.everything() && organisation != null, "w.organisation = ?", organisation)
                .whereIf(
                        !owner.everything() && organisation == null,
                        "w.organisation IS NULL AND w.owner = ?",
                        owner.subject())
                .whereIf(status != null, "w.status = ?", status)
                .whereIf(code != null, "w.organisation = ?", code)
                .sortableNotNull("createdAt", "w.created_at", SortType.INSTANT)
                .idColumn("w.id")
                .defaultSort("createdAt desc")
                .page(page, row -> WebhookView.of(WebhookTable.webhook(row)));
    }

    @POST
    @RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
    @Idempotent
    @PersonalData
    @Operation(
            operationId = "createWebhook",
            summary = "Subscribe an endpoint",
            description =
                    "From now on. It brings what the change feed would tell you: a type you are not told of is refused, and"
                            + " of those a beginning names you get what is yours. With `validateOnly=true` only the faults are"
                            + " told. What signs is at `/secret`.")
    @APIResponseSchema(value = WebhookView.class, responseCode = "201")
    @APIResponse(responseCode = "204", description = "Checked with validateOnly; nothing was stored.")
    public Response subscribe(
            @NotNull @Valid NewWebhook details,
            @QueryParam("validateOnly") @DefaultValue("false") boolean validateOnly) {
        if (validateOnly) {
            webhooks.check(Owners.of(caller), details.details());
            return Response.noContent().build();
        }
        Webhook made = webhooks.subscribe(Owners.of(caller), details.details());
        return Response.created(URI.create("/v1/webhooks/" + made.id()))
                .entity(WebhookView.of(made))
                .tag(Versions.etag(made.version()))
                .build();
    }

    @GET
    @Path("{webhookId}")
    @RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
    @PersonalData
    @Operation(operationId = "getWebhook", summary = "One of your webhooks")
    @APIResponseSchema(WebhookView.class)
    public Response get(@PathParam("webhookId") UUID webhookId) {
        return answer(webhooks.get(Owners.of(caller), webhookId));
    }

    @PATCH
    @Path("{webhookId}")
    @RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
    @Consumes(MergePatch.MEDIA_TYPE)
    @PersonalData
    @Operation(operationId = "reviseWebhook", summary = "Revise a webhook")
    @APIResponseSchema(WebhookView.class)
    public Response revise(
            @PathParam("webhookId") UUID webhookId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull JsonNode patch) {
        Owner owner = Owners.of(caller);
        long expected = Versions.required(ifMatch);
        NewWebhook details = patches.apply(NewWebhook.of(webhooks.get(owner, webhookId)), patch, NewWebhook.class);
        return answer(webhooks.revise(owner, webhookId, expected, details.details()));
    }

    @DELETE
    @Path("{webhookId}")
    @RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
    @Operation(operationId = "removeWebhook", summary = "Remove a webhook and its log")
    public void remove(@PathParam("webhookId") UUID webhookId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        webhooks.remove(Owners.of(caller), webhookId, Versions.required(ifMatch));
    }

    @GET
    @Path("{webhookId}/secret")
    @RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "getWebhookSecret",
            summary = "What signs",
            description =
                    "The newest first; two during a rotation. Reading it is recorded in the audit trail. Who could sign"
                            + " could pass for the platform: an API key needs the scope `webhooks:write`.")
    @APIResponseSchema(SecretsView.class)
    public Response secret(@PathParam("webhookId") UUID webhookId) {
        if (!credential().covers("webhooks", true)) {
            throw new ProblemException(
                    GatewayProblem.INSUFFICIENT_SCOPE,
                    "What signs is shown to credentials with the scope webhooks:write only.");
        }
        return Response.ok(new SecretsView(webhooks.secrets(Owners.of(caller), webhookId)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("{webhookId}:rotate-secret")
    @RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
    @Idempotent
    @PersonalData
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Make a new secret",
            description =
                    "For a day both the new and the old one sign; the endpoint takes whichever it knows. In that time the"
                            + " next rotation is refused, since an endpoint that has not changed over would know neither.")
    @APIResponseSchema(WebhookView.class)
    public Response rotateSecret(
            @PathParam("webhookId") UUID webhookId,
            @Parameter(description = "The new one alone signs at once: for a secret that others have come to know.")
                    @QueryParam("endPrevious")
                    @DefaultValue("false")
                    boolean endPrevious,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(webhooks.rotateSecret(Owners.of(caller), webhookId, Versions.required(ifMatch), endPrevious));
    }

    @POST
    @Path("{webhookId}:enable")
    @RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
    @Idempotent
    @PersonalData
    @Operation(
            operationId = "enableWebhook",
            summary = "Switch a webhook on again",
            description =
                    "It goes on with what has happened since it was switched off; if some of that is no longer kept, the"
                            + " answer is 409 `webhook-gap`. What an administrator has switched off, only an administrator"
                            + " switches on.")
    @APIResponseSchema(WebhookView.class)
    public Response enable(
            @PathParam("webhookId") UUID webhookId,
            @Parameter(
                            description = "Goes on with the oldest change that is kept, though some before it are not."
                                    + " Load the state anew then.")
                    @QueryParam("acceptGap")
                    @DefaultValue("false")
                    boolean acceptGap,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(webhooks.enable(Owners.of(caller), webhookId, Versions.required(ifMatch), acceptGap));
    }

    @POST
    @Path("{webhookId}:disable")
    @RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
    @Idempotent
    @PersonalData
    @Operation(
            operationId = "disableWebhook",
            summary = "Switch a webhook off",
            description = "By an administrator, its contact is told, and only an administrator switches it on again.")
    @APIResponseSchema(WebhookView.class)
    public Response disable(@PathParam("webhookId") UUID webhookId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(webhooks.disable(Owners.of(caller), webhookId, Versions.required(ifMatch)));
    }

    @POST
    @Path("{webhookId}:test")
    @RolesAllowed({Roles.PARTNER, Roles.APPLICANT, Roles.ADMINISTRATOR})
    @Idempotent
    @Operation(
            operationId = "testWebhook",
            summary = "Try the endpoint",
            description =
                    "Sends a sample at once, before anything that waits, and once only. See the delivery for what came"
                            + " of it.")
    @APIResponseSchema(value = DeliveryView.class, responseCode = "202")
    public Response test(@PathParam("webhookId") UUID webhookId) {
        return queued(webhooks.test(Owners.of(caller), webhookId));
    }

    static Response queued(Delivery delivery) {
        return Response.accepted(DeliveryView.of(delivery))
                .location(URI.create("/v1/webhooks/" + delivery.webhookId() + "/deliveries/" + delivery.id()))
                .build();
    }

    private static Response answer(Webhook webhook) {
        return Response.ok(WebhookView.of(webhook))
                .tag(Versions.etag(webhook.version()))
                .build();
    }
}
