package eu.mpf.gateway.partner;

/** Whether a key opens anything. */
public enum KeyState {
    LIVE,
    EXPIRED,
    REVOKED
}
