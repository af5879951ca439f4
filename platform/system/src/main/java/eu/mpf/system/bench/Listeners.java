package eu.mpf.system.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Which process listens on a TCP port, from {@code /proc}. */
final class Listeners {

    private static final String LISTEN = "0A";

    private Listeners() {}

    static OptionalLong on(int port) throws IOException {
        Optional<String> socket = inode(port);
        return socket.isEmpty()
                ? OptionalLong.empty()
                : ProcessHandle.allProcesses()
                        .filter(process -> holds(process.pid(), "socket:[" + socket.get() + "]"))
                        .mapToLong(ProcessHandle::pid)
                        .min();
    }

    private static Optional<String> inode(int port) throws IOException {
        String suffix = ":%04X".formatted(port);
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            Optional<String> found = Files.readAllLines(Path.of(table)).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(columns -> columns[1].endsWith(suffix) && columns[3].equals(LISTEN))
                    .map(columns -> columns[9])
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean holds(long pid, String socket) {
        try (var files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return files.anyMatch(file -> points(file, socket));
        } catch (IOException | java.io.UncheckedIOException gone) {
            return false;
        }
    }

    private static boolean points(Path file, String socket) {
        try {
            return Files.readSymbolicLink(file).toString().equals(socket);
        } catch (IOException gone) {
            return false;
        }
    }
}
