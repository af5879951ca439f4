package eu.mpf.system.failure;

import eu.mpf.system.up.BreakableStack;
import java.util.random.RandomGenerator;

/** Breaks something and mends it again, while others work. */
@FunctionalInterface
interface Fault {

    /**
     * Returns when all is up again.
     *
     * @param writers who work meanwhile
     * @param random what the moments are drawn from
     * @return what the rest of the line should say; may be empty
     */
    String cause(BreakableStack stack, Writers writers, RandomGenerator random) throws Exception;
}
