package eu.mpf.gateway.webhook.api;

import eu.mpf.gateway.webhook.Webhook;
import eu.mpf.gateway.webhook.WebhookDetails;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an owner decides about a webhook, at first and later. */
@Schema(examples = """
        {"url":"https://partner.example/hooks/mpf","contact":"it@partner.example",
        "types":["eu.mpf.projects.project.*"],"filter":{"fund":["BMVI"]}}""")
public record NewWebhook(
        @NotNull @Schema(description = "An https address with public addresses only.")
        URI url,

        @Size(max = 500) @Nullable String description,

        @NotBlank @Email @Size(max = 254) @Schema(description = "Is told when the webhook is switched off.")
        String contact,

        @Size(max = 50)
        @Schema(
                description =
                        "Types of events, or their beginnings followed by `.*`; everything you may be told of if left out.")
        @Nullable
        List<@NotNull @Size(max = 200) String> types,

        @Size(max = 10)
        @Schema(description = "Fields of an event's data with the values wanted; all must fit.")
        @Nullable
        Map<String, @NotEmpty @Size(max = 50) List<@NotNull String>> filter) {

    static NewWebhook of(Webhook webhook) {
        return new NewWebhook(
                webhook.url(), webhook.description(), webhook.contact(), webhook.types(), webhook.filter());
    }

    WebhookDetails details() {
        return new WebhookDetails(
                url, description, contact, types == null ? List.of() : types, filter == null ? Map.of() : filter);
    }
}
