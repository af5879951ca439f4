package eu.mpf.gateway.webhook;

import eu.mpf.gateway.GatewayConfig;
import eu.mpf.web.mail.MailTemplates;
import eu.mpf.web.mail.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells a webhook's contact, once, that it was switched off by somebody else than its owner. */
@ApplicationScoped
class WebhookNotice {

    private final Mailer mailer;
    private final MailTemplates templates;
    private final String publicUrl;

    WebhookNotice(Mailer mailer, MailTemplates templates, GatewayConfig config) {
        this.mailer = mailer;
        this.templates = templates;
        this.publicUrl = config.publicUrl();
    }

    /** Nobody is told where the person behind the address was erased: the state and the log tell the owner. */
    void switchedOff(Webhook webhook, DisabledReason reason) {
        if (webhook.contact().isEmpty()) {
            return;
        }
        String address = publicUrl + "/v1/webhooks/" + webhook.id();
        mailer.queue(
                templates
                        .fill(
                                template(reason),
                                List.of(Locale.ENGLISH),
                                Map.of(
                                        "webhook",
                                        webhook.id().toString(),
                                        "url",
                                        webhook.url().toString(),
                                        "enable",
                                        address + ":enable",
                                        "log",
                                        address + "/deliveries"))
                        .to(webhook.contact()),
                "webhook-disabled/" + webhook.id() + "/" + webhook.version());
    }

    private static String template(DisabledReason reason) {
        return switch (reason) {
            case GONE -> "webhook-gone";
            case FAILING -> "webhook-failing";
            case GAP -> "webhook-gap";
            case ADMINISTRATOR -> "webhook-stopped";
            case OWNER -> throw new IllegalArgumentException("an owner need not be told what the owner has done");
        };
    }
}
