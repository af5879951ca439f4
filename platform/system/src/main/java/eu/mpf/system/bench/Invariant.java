package eu.mpf.system.bench;

/** Says whether a promise was kept. */
final class Invariant {

    private Invariant() {}

    static boolean print(String name, boolean holds, String what) {
        System.out.printf("   %-9s %-6s %s%n", name, holds ? "holds" : "BROKEN", what);
        return holds;
    }
}
