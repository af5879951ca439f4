package eu.mpf.system.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Seconds of processor time that processes have used, from the kernel's own account in steps of 10 ms. */
final class Cpu {

    private static final double TICKS = 100;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private Cpu() {}

    /** Of the process alone; none for one that has ended, as connections of a database do. */
    static double seconds(long pid) {
        return ticks(pid, USER, SYSTEM) / TICKS;
    }

    /** The process, all it has started and what of that has ended: a database server with its backends. */
    static double treeSeconds(long pid) {
        return (ticks(pid, USER, SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM)
                        + ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::children)
                                .mapToDouble(child -> ticks(child.pid(), USER, SYSTEM))
                                .sum())
                / TICKS;
    }

    private static double ticks(long pid, int... fields) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // The second field is the name, in parentheses, and may hold spaces.
            String[] rest = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double sum = 0;
            for (int field : fields) {
                sum += Double.parseDouble(rest[field]);
            }
            return sum;
        } catch (IOException gone) {
            return 0;
        }
    }
}
