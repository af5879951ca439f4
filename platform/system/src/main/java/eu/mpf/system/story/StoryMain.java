package eu.mpf.system.story;

import eu.mpf.system.client.Target;
import java.io.UncheckedIOException;

/** {@code ./mpf story [--port N] [--token-endpoint URL]}: tells the story against a running platform with demo data. */
public final class StoryMain {

    private StoryMain() {}

    public static void main(String[] arguments) {
        try {
            new Story(Target.of(arguments), System.out).tell();
        } catch (Expect.StoryBroken | UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
            System.err.println("\nThe story ends here: " + e.getMessage());
            System.exit(1);
        }
    }
}
