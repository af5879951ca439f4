package eu.mpf.messaging;

/** Says that an event can never be handled, however often it is retried. It is put aside in the dead letter topic. */
public class PermanentFailure extends RuntimeException {

    public PermanentFailure(String reason) {
        super(reason);
    }

    public PermanentFailure(String reason, Throwable cause) {
        super(reason, cause);
    }
}
