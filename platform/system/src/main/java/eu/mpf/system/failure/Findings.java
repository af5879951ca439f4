package eu.mpf.system.failure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found not to hold, by the promise that it breaks. */
final class Findings {

    /** The promises of a platform that fails well. */
    enum Promised {
        I2("nothing that was acknowledged is lost"),
        I3("a repeated request has one effect and one answer"),
        I5("what was committed is published in order, and nothing else"),
        I6("everybody who follows has what the owner has"),
        I8("the audit trail is whole");

        private final String words;

        Promised(String words) {
            this.words = words;
        }
    }

    private static final int SHOWN = 3;

    private final Map<Promised, List<String>> broken = new LinkedHashMap<>();

    void add(Promised promise, String what) {
        broken.computeIfAbsent(promise, any -> new ArrayList<>()).add(what);
    }

    boolean breaks(Promised promise) {
        return broken.containsKey(promise);
    }

    boolean none() {
        return broken.isEmpty();
    }

    /** Each promise with what breaks it; the first few of many. */
    void print() {
        for (Promised promise : Promised.values()) {
            List<String> what = broken.getOrDefault(promise, List.of());
            System.out.printf("   %-6s %s  %s%n", what.isEmpty() ? "holds" : "BROKEN", promise, promise.words);
            what.stream().limit(SHOWN).forEach(each -> System.out.println("          " + each));
            if (what.size() > SHOWN) {
                System.out.printf("          and %,d more%n", what.size() - SHOWN);
            }
        }
    }
}
