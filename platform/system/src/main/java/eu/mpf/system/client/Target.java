package eu.mpf.system.client;

import java.net.URI;
import java.util.Arrays;
import java.util.Iterator;

/**
 * Which platform a command talks to: {@code --port N} (8080) on this machine, and {@code --token-endpoint URL} where tokens
 * come from another provider than that of the local stack, such as Keycloak in containers.
 */
public final class Target {

    private Target() {}

    /** @throws IllegalArgumentException for anything else */
    public static Platform of(String[] arguments) {
        int port = 8080;
        String tokenEndpoint = "";
        for (Iterator<String> rest = Arrays.asList(arguments).iterator(); rest.hasNext(); ) {
            String option = rest.next();
            if (!rest.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            switch (option) {
                case "--port" -> port = Integer.parseInt(rest.next());
                case "--token-endpoint" -> tokenEndpoint = rest.next();
                default ->
                    throw new IllegalArgumentException(
                            "there is no " + option + "; known are --port and --token-endpoint");
            }
        }
        String tokens = tokenEndpoint.isEmpty() ? "http://127.0.0.1:" + (port + 7) + "/mpf/token" : tokenEndpoint;
        return new Platform(URI.create("http://127.0.0.1:" + port), URI.create(tokens), "dev-secret", exchange -> {});
    }
}
