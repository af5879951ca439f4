package eu.mpf.web.mail;

/** Waiting times between attempts: 5 s doubling to an hour, given up after about a day. */
final class Backoff {
    private static final int MAXIMUM_ATTEMPTS = 32;

    private Backoff() {}

    /** Seconds to wait after this many attempts; negative to give up. */
    static long seconds(int attempts) {
        return attempts >= MAXIMUM_ATTEMPTS ? -1 : Math.min(3_600, 5L << Math.min(attempts - 1, 20));
    }
}
