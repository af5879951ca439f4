package eu.mpf.gateway.health;

/**
 * How one part of the platform is.
 *
 * @param state UP, or DOWN if it does not answer or does not call itself ready
 * @param millis how long it took to answer
 */
public record PartState(String name, State state, long millis) {

    /** Whether a part can be used. */
    public enum State {
        UP,
        DOWN
    }

    /** @param start when it was asked, by {@link System#nanoTime} */
    static PartState of(String name, boolean up, long start) {
        return new PartState(name, up ? State.UP : State.DOWN, (System.nanoTime() - start) / 1_000_000);
    }

    public boolean answers() {
        return state == State.UP;
    }
}
