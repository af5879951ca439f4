package eu.mpf.system.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Normally {@code .mpf} in the repository: data, logs, caches and what is known about running processes. */
record Home(Path directory) {

    static Home in(Path directory) {
        try {
            return new Home(Files.createDirectories(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path data(String part) {
        return directory.resolve("data").resolve(part);
    }

    Path log(String part) {
        return directory.resolve("logs").resolve(part + ".log");
    }

    Path cache(String file) {
        return directory.resolve("cache").resolve(file);
    }

    Path run() {
        return directory.resolve("run");
    }

    Path lock() {
        return directory.resolve("lock");
    }

    /** Holds process number and port of the running stack. */
    Path pidFile() {
        return directory.resolve("stack.pid");
    }

    /** Lies among the data, so that it goes with them. */
    Path demoMarker() {
        return data("demo-loaded");
    }

    /** Forgets everything the platform knows; caches stay. */
    void wipe() {
        for (String part : List.of("data", "logs")) {
            Path doomed = directory.resolve(part);
            if (!Files.exists(doomed)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(doomed)) {
                for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new StartException("cannot remove " + doomed + ": " + e.getMessage());
            }
        }
    }
}
