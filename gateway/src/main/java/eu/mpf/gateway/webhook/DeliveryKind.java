package eu.mpf.gateway.webhook;

/** Why something is delivered. */
public enum DeliveryKind {
    EVENT,
    /** Once more, because the owner asked; the event keeps its id. */
    REPLAY,
    /** To try the endpoint; waits for nothing. */
    TEST
}
