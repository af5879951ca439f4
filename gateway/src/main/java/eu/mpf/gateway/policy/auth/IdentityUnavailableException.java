package eu.mpf.gateway.policy.auth;

/** The issuer's keys could not be fetched, so nothing can be said about a token. */
public final class IdentityUnavailableException extends Exception {

    private static final long serialVersionUID = 1;

    IdentityUnavailableException(Throwable cause) {
        super("The signing keys of the identity provider cannot be fetched", cause, false, false);
    }
}
