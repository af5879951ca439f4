package eu.mpf.system.demo;

import eu.mpf.system.client.Platform;
import eu.mpf.system.client.Target;
import java.io.UncheckedIOException;

/** {@code ./mpf demo [--port N] [--token-endpoint URL]}: loads the demo data into a running platform that has none. */
public final class DemoMain {

    private DemoMain() {}

    public static void main(String[] arguments) {
        try {
            Platform platform = Target.of(arguments);
            DemoData data = new GoldenData();
            if (data.isLoaded(platform)) {
                System.out.println("The demo data is there already.");
                return;
            }
            data.load(platform, text -> {});
            System.out.println("The demo data is loaded.");
        } catch (UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
            System.err.println("mpf: " + e.getMessage());
            System.exit(1);
        }
    }
}
