package eu.mpf.system.story;

import eu.mpf.system.client.Platform;
import java.io.UncheckedIOException;
import java.net.URI;

/** {@code ./mpf story [--port N] [--token-endpoint URL]}: tells the story against a running stack. */
public final class StoryMain {

    private StoryMain() {}

    public static void main(String[] arguments) {
        int port = 8080;
        String tokenEndpoint = null;
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--port" -> port = Integer.parseInt(arguments[i + 1]);
                case "--token-endpoint" -> tokenEndpoint = arguments[i + 1];
                default -> {
                    System.err.println("mpf: story knows --port and --token-endpoint, not " + arguments[i]);
                    System.exit(2);
                }
            }
        }
        if (tokenEndpoint == null) {
            tokenEndpoint = "http://127.0.0.1:" + (port + 7) + "/mpf/token";
        }
        Platform platform = new Platform(
                URI.create("http://127.0.0.1:" + port), URI.create(tokenEndpoint), "dev-secret", exchange -> {});
        try {
            new Story(platform, System.out).tell();
        } catch (Expect.StoryBroken | UncheckedIOException | IllegalStateException e) {
            System.err.println("\nThe story ends here: " + e.getMessage());
            System.exit(1);
        }
    }
}
