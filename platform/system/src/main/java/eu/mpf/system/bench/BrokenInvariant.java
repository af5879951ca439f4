package eu.mpf.system.bench;

/** A benchmark has found that something does not hold which must; it has printed what. */
final class BrokenInvariant extends Exception {
    private static final long serialVersionUID = 1;

    BrokenInvariant(String message) {
        super(message);
    }
}
