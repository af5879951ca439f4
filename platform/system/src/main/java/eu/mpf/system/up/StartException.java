package eu.mpf.system.up;

/** The stack cannot start; the message is one line for the person at the terminal. */
final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartException(String message) {
        super(message);
    }
}
