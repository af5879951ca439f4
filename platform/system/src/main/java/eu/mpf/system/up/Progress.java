package eu.mpf.system.up;

import java.time.Duration;

/** Lines for the person at the terminal, each with the seconds since the start. */
final class Progress {

    private final long start = System.nanoTime();
    private final boolean terminal =
            System.console() != null && System.console().isTerminal();
    private boolean replaceable;

    synchronized void line(String text) {
        clear();
        System.out.printf("%6.1f s  %s%n", seconds(), text);
    }

    /** On a terminal the next line takes the place of this one; elsewhere it is left out. */
    synchronized void passing(String text) {
        if (terminal) {
            clear();
            System.out.printf("%6.1f s  %s", seconds(), text);
            System.out.flush();
            replaceable = true;
        }
    }

    synchronized void plain(String text) {
        clear();
        System.out.println(text);
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void clear() {
        if (replaceable) {
            System.out.print("\r\033[K");
            replaceable = false;
        }
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
