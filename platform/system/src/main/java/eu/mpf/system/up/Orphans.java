package eu.mpf.system.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Remembers the processes of a run on disk and ends those an earlier run left behind. A process number alone proves
 * nothing, it may belong to somebody else by now; together with the start time it does.
 */
final class Orphans {

    private final Home home;

    Orphans(Home home) {
        this.home = home;
    }

    void remember(String name, long pid) {
        String started = startOf(pid).map(Instant::toString).orElse("unknown");
        try {
            Files.createDirectories(home.run());
            Files.writeString(home.run().resolve(name), pid + " " + started + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(home.run().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names and process numbers of the parts of the running stack. */
    Map<String, Long> recorded() {
        var parts = new TreeMap<String, Long>();
        if (Files.isDirectory(home.run())) {
            try (Stream<Path> records = Files.list(home.run())) {
                for (Path record : (Iterable<Path>) records::iterator) {
                    String pid = Files.readString(record).strip().split(" ")[0];
                    parts.put(record.getFileName().toString(), Long.valueOf(pid));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return parts;
    }

    /** @return the names of the processes that were ended */
    List<String> end() {
        if (!Files.isDirectory(home.run())) {
            return List.of();
        }
        try (Stream<Path> records = Files.list(home.run())) {
            List<Path> all = records.toList();
            List<String> ended = all.stream()
                    .filter(this::end)
                    .map(record -> record.getFileName().toString())
                    .sorted()
                    .toList();
            for (Path record : all) {
                Files.deleteIfExists(record);
            }
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean end(Path record) {
        String[] words;
        try {
            words = Files.readString(record).strip().split(" ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (words.length != 2 || !words[0].matches("\\d+")) {
            return false; // cut off when the run was killed
        }
        long pid = Long.parseLong(words[0]);
        Optional<ProcessHandle> orphan = ProcessHandle.of(pid)
                .filter(process -> startOf(pid).map(Instant::toString).equals(Optional.of(words[1])));
        orphan.ifPresent(Orphans::end);
        return orphan.isPresent();
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(8, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stubborn) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Instant> startOf(long pid) {
        return ProcessHandle.of(pid).flatMap(process -> process.info().startInstant());
    }
}
