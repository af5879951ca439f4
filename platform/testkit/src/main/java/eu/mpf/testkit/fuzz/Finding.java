package eu.mpf.testkit.fuzz;

/**
 * A request whose answer must not be.
 *
 * @param number of the request in the run; the same seed and number give the same request on the same data
 * @param what is wrong
 */
public record Finding(int number, FuzzRequest request, String what) {

    @Override
    public String toString() {
        return "#" + number + " " + request + "\n    " + what;
    }
}
