package eu.mpf.gateway.policy.auth;

/** A token was presented and is not accepted. The message is fit for the client and never repeats the token. */
public final class BadTokenException extends Exception {

    private static final long serialVersionUID = 1;

    BadTokenException(String message) {
        super(message, null, false, false);
    }
}
