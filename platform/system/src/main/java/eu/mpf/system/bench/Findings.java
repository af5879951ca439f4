package eu.mpf.system.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was looked for and must not be there. Each line is printed; what was found is kept. */
final class Findings {

    private final List<String> broken = new ArrayList<>();

    void none(String what, long found) {
        System.out.printf(Locale.ROOT, "   %-6s %-78s %,9d%n", found == 0 ? "holds" : "BROKEN", what, found);
        if (found != 0) {
            broken.add(what);
        }
    }

    List<String> broken() {
        return List.copyOf(broken);
    }
}
