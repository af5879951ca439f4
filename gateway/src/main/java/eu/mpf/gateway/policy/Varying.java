package eu.mpf.gateway.policy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;

/** Says of what in the request an answer depends: in one line of {@code Vary}, each name once. */
public final class Varying {

    private Varying() {}

    /** Adds a name to what has been said. */
    public static void by(MultiMap headers, CharSequence name) {
        String said = headers.get(HttpHeaders.VARY);
        if (said == null) {
            headers.set(HttpHeaders.VARY, name);
        } else if (!names(said, name)) {
            headers.set(HttpHeaders.VARY, said + ", " + name);
        }
    }

    private static boolean names(String said, CharSequence name) {
        for (String each : said.split(",", -1)) {
            if (each.strip().equalsIgnoreCase(name.toString())) {
                return true;
            }
        }
        return false;
    }

    /** Puts together what the gateway said before and what the service says. */
    public static void settle(MultiMap headers) {
        List<String> lines = headers.getAll(HttpHeaders.VARY);
        if (lines.size() > 1) {
            headers.remove(HttpHeaders.VARY);
            for (String line : lines) {
                for (String name : line.split(",", -1)) {
                    by(headers, name.strip());
                }
            }
        }
    }
}
