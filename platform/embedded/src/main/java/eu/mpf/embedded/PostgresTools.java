package eu.mpf.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** PostgreSQL's {@code initdb} and {@code pg_ctl}, which also work for root here. */
final class PostgresTools {

    private final Path home;

    PostgresTools(Path home) {
        this.home = home;
    }

    /** Makes the directory, whole or not at all: a run killed meanwhile leaves nothing that looks like a cluster. */
    void createCluster(Path data) throws IOException {
        Path parent = Files.createDirectories(data.toAbsolutePath().getParent());
        Path making = Files.createTempDirectory(parent, data.getFileName() + ".making");
        SharedDirectory.copyInto(emptyCluster(), making);
        run(null, "initdb", "--sync-only", "--pgdata=" + making);
        Files.move(making, data);
    }

    /** A cluster as {@code initdb} leaves it, made once per machine: copying it takes a tenth of the time. */
    private Path emptyCluster() {
        return SharedDirectory.of(home.getFileName() + "-cluster", this::initialise);
    }

    private void initialise(Path data) {
        // The built-in locale sorts the same on every machine; the C library's is needed by pg_trgm for letters beyond
        // ASCII.
        String letters =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "en_US.UTF-8" : "C.UTF-8";
        run(
                null,
                "initdb",
                "--pgdata=" + data,
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--lc-ctype=" + letters,
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-sync",
                "--no-instructions");
    }

    void startServer(Path data, int port, Path log, List<String> settings) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        var options = new ArrayList<>(List.of(
                "-p", Integer.toString(port),
                "-c", "listen_addresses=127.0.0.1",
                "-c", "unix_socket_directories=",
                "-c", "shared_buffers=64MB",
                "-c", "max_wal_size=512MB",
                "-c", "jit=off",
                "-c", "timezone=UTC",
                "-c", "log_timezone=UTC",
                "-c", "log_line_prefix=%m\\ [%p]\\ %u@%d\\ "));
        options.addAll(settings);
        run(
                log,
                "pg_ctl",
                "start",
                "--wait",
                "--timeout=60",
                "--pgdata=" + data,
                "--log=" + log,
                "--options=" + String.join(" ", options));
    }

    void stopServer(Path data) {
        run(null, "pg_ctl", "stop", "--wait", "--timeout=30", "--mode=fast", "--pgdata=" + data);
    }

    private void run(@org.jspecify.annotations.Nullable Path log, String tool, String... arguments) {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own root is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(tool).toString());
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("mpf-" + tool, ".out");
            try {
                // The server inherits the output: a pipe would stay open for as long as it runs.
                int status = new ProcessBuilder(command)
                        .redirectInput(new File("/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start()
                        .waitFor();
                if (status != 0) {
                    throw new IllegalStateException("%s ended with status %d:%n%s%n%s"
                            .formatted(tool, status, Logs.tail(output, 15), log == null ? "" : Logs.tail(log, 15)));
                }
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + tool, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + tool + " ran", e);
        }
    }
}
