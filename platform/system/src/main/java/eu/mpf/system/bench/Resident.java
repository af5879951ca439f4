package eu.mpf.system.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Resident memory of a process, in KiB.
 *
 * @param rss every page counted in full
 * @param pss a page that several processes share counted in part for each, so that sums are right
 */
record Resident(long rss, long pss) {

    static final Resident NONE = new Resident(0, 0);

    static Resident of(long pid) {
        long rss = 0;
        long pss = 0;
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
                rss += line.startsWith("Rss:") ? number(line) : 0;
                pss += line.startsWith("Pss:") ? number(line) : 0;
            }
        } catch (IOException gone) {
            return NONE;
        }
        return new Resident(rss, pss);
    }

    /** The process and all it has started. */
    static Resident ofTree(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(child -> of(child.pid()))
                .reduce(of(pid), Resident::plus);
    }

    Resident plus(Resident other) {
        return new Resident(rss + other.rss, pss + other.pss);
    }

    private static long number(String line) {
        return Long.parseLong(line.replaceAll("\\D", ""));
    }
}
