package eu.mpf.system.up;

import java.nio.file.Path;

/**
 * What {@code ./mpf up} was asked for.
 *
 * @param root the repository
 * @param fresh start with empty data
 * @param demo load demo data if there is none
 * @param port the gateway's; the others follow
 */
record Options(Path root, boolean fresh, boolean demo, int port) {

    static Options parse(String[] arguments) {
        Path root = Path.of("").toAbsolutePath();
        boolean fresh = false;
        boolean demo = true;
        int port = 8080;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--fresh" -> fresh = true;
                case "--no-demo" -> demo = false;
                case "--port" -> port = port(++i < arguments.length ? arguments[i] : "");
                case "--root" -> root = Path.of(++i < arguments.length ? arguments[i] : "").toAbsolutePath();
                default -> throw new StartException("unknown option " + arguments[i] + "; see ./mpf help");
            }
        }
        return new Options(root, fresh, demo, port);
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
