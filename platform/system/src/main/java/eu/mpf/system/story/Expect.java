package eu.mpf.system.story;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a step insists on. The story ends at the first thing that is not so. */
final class Expect {

    private Expect() {}

    static void that(boolean holds, String what) {
        if (!holds) {
            throw new StoryBroken("not so: " + what);
        }
    }

    static void equal(@Nullable Object expected, @Nullable Object actual, String what) {
        that(Objects.equals(expected, actual), "%s is %s, expected %s".formatted(what, actual, expected));
    }

    /** A promise of the platform that did not hold. */
    static final class StoryBroken extends RuntimeException {
        StoryBroken(String message) {
            super(message);
        }
    }
}
