package eu.mpf.gateway.webhook;

/** What became of a delivery. */
public enum DeliveryStatus {
    PENDING,
    DELIVERED,
    /** Given up. */
    FAILED
}
