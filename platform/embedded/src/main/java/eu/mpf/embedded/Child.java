package eu.mpf.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of ours: it ends with this JVM, writes to its own log file and does not hear the terminal's Ctrl-C. */
public final class Child {

    private final String name;
    private final Process process;
    private final Path log;
    private final Reaper reaper;

    private Child(String name, Process process, Path log, Reaper reaper) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.reaper = reaper;
    }

    /**
     * Starts the command. Ctrl-C in a terminal reaches every process of the foreground group at once; ignoring it here
     * lets the owner stop its parts in order.
     *
     * @param environment added to the one of this JVM
     */
    public static Child start(
            String name, List<String> command, Map<String, String> environment, Path log, Reaper reaper) {
        var line = new ArrayList<>(List.of("sh", "-c", "trap '' INT; exec \"$@\"", "mpf-" + name));
        line.addAll(command);
        var builder = new ProcessBuilder(line)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Process process = builder.start();
            reaper.watch(process.pid(), "TERM");
            return new Child(name, process, log, reaper);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** @throws IllegalStateException with the end of the log when the process has ended */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    name + " ended with status " + process.exitValue() + ":\n" + Logs.tail(log, 15));
        }
    }

    /**
     * Waits for a process that ends by itself.
     *
     * @throws IllegalStateException with the end of the log when it has not ended well within that time
     */
    public void awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(name + " did not end well:\n" + Logs.tail(log, 15));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + name + " ran", e);
        } finally {
            stop(Duration.ZERO);
        }
    }

    /** Asks politely, then insists. */
    public void stop(Duration patience) {
        process.destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        reaper.forget(process.pid());
    }
}
