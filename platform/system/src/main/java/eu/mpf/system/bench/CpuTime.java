package eu.mpf.system.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processor time a process has used so far, its own and the kernel's on its behalf. */
final class CpuTime {

    /** Ticks a second in {@code /proc}, the same on every Linux. */
    private static final double TICKS = 100;

    private static final int USER = 11;
    private static final int SYSTEM = 12;

    private CpuTime() {}

    /** Seconds, of the process and all it has started that is still there. */
    static double ofTree(long pid) {
        return of(pid)
                + ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .mapToDouble(child -> of(child.pid()))
                        .sum();
    }

    /** Seconds, of the process alone; none for one that has ended, as connections of a database do. */
    static double of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // the name before it may hold blanks
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS;
        } catch (IOException gone) {
            return 0;
        }
    }
}
