package eu.mpf.system.up;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Resident memory of the stack, in bytes. */
final class Memory {

    private Memory() {}

    /** A page that several processes share counts once in all (Linux), else for each. */
    static long resident(List<Long> pids, boolean withChildren) {
        return pids.stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(process ->
                        Stream.concat(Stream.of(process), withChildren ? process.descendants() : Stream.empty()))
                .map(ProcessHandle::pid)
                .distinct()
                .mapToLong(Memory::resident)
                .sum();
    }

    private static long resident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        } catch (IOException noSuchFile) {
            return fromPs(pid);
        }
    }

    private static long fromPs(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String kibibytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return kibibytes.isEmpty() ? 0 : Long.parseLong(kibibytes) * 1024;
        } catch (IOException unknown) {
            return 0;
        }
    }
}
