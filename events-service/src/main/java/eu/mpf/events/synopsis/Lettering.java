package eu.mpf.events.synopsis;

/** How a picture writes its words. */
@FunctionalInterface
interface Lettering {
    /** Where a word stands from the point given. */
    enum Side {
        BEFORE,
        AFTER
    }

    /** @return SVG; {@code y} is the line the letters stand on */
    String write(String text, double x, double y, Side side, boolean bold);
}
