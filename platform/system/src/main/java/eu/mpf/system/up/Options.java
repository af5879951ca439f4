package eu.mpf.system.up;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./mpf up} was asked for.
 *
 * @param root the repository, where the packaged applications are
 * @param home where data, logs and caches are kept
 * @param fresh start with empty data
 * @param demo load demo data if there is none
 * @param port the gateway's; the others follow
 */
record Options(Path root, Path home, boolean fresh, boolean demo, int port) {

    static Options parse(String[] arguments) {
        Path root = Path.of("").toAbsolutePath();
        @Nullable Path home = null;
        boolean fresh = false;
        boolean demo = true;
        int port = 8080;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--fresh" -> fresh = true;
                case "--no-demo" -> demo = false;
                case "--port" -> port = port(++i < arguments.length ? arguments[i] : "");
                case "--root" ->
                    root = Path.of(++i < arguments.length ? arguments[i] : "").toAbsolutePath();
                case "--data" ->
                    home = Path.of(++i < arguments.length ? arguments[i] : ".mpf")
                            .toAbsolutePath();
                default -> throw new StartException("unknown option " + arguments[i] + "; see ./mpf help");
            }
        }
        return new Options(root, home == null ? root.resolve(".mpf") : home, fresh, demo, port);
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 1024 && port <= 65_535 - Part.values().length) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new StartException("--port takes a number from 1024 on, not '" + text + "'");
    }
}
