package eu.mpf.gateway.partner;

/** Whether a client may have keys. */
public enum ClientStatus {
    ACTIVE,
    CLOSED
}
