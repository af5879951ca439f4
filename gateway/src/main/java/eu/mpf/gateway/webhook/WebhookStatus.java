package eu.mpf.gateway.webhook;

/** Whether events are brought. */
public enum WebhookStatus {
    ACTIVE,
    DISABLED
}
