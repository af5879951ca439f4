package eu.mpf.system.up;

import eu.mpf.embedded.Logs;
import eu.mpf.embedded.Ports;
import eu.mpf.testkit.Mailbox;
import eu.mpf.testkit.Mailbox.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** The launcher in a process of its own, as {@code ./mpf up} starts it. */
public final class RunningLauncher {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** The second bit of a signal mask. */
    private static final long SIGINT = 1 << 1;

    private final Process process;
    private final Path output;
    private final Home home;

    private RunningLauncher(Process process, Path output, Home home) {
        this.process = process;
        this.output = output;
        this.home = home;
    }

    static RunningLauncher startWithoutDemo(Path root, Path data, int port) throws IOException {
        return start(root, data, port, "--no-demo");
    }

    /** @param options further options of {@code ./mpf up} */
    public static RunningLauncher start(Path root, Path data, int port, String... options) throws IOException {
        return start(root, data, port, Map.of(), options);
    }

    /** @param environment of the launcher and all it starts, added to our own */
    public static RunningLauncher start(
            Path root, Path data, int port, Map<String, String> environment, String... options) throws IOException {
        Path output = Files.createTempFile("mpf-up", ".out");
        output.toFile().deleteOnExit();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-cp",
                System.getProperty("java.class.path"),
                Up.class.getName(),
                "--root",
                root.toString(),
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port)));
        command.addAll(List.of(options));
        ProcessBuilder launcher =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        launcher.environment().putAll(environment);
        Process process = launcher.start();
        return new RunningLauncher(process, output, new Home(data));
    }

    public void awaitReady() {
        Awaitility.await("readiness").atMost(PATIENCE).until(() -> !process.isAlive() || text().contains(" ready, "));
        if (!process.isAlive()) {
            throw new AssertionError("the launcher ended:\n" + text());
        }
    }

    String awaitEnd() throws InterruptedException {
        process.waitFor();
        return text();
    }

    /** As Ctrl-C does. */
    public void stop() throws InterruptedException, IOException {
        if (hearsInterrupts()) {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } else {
            process.destroy();
        }
        process.waitFor();
    }

    /** A build in the background of a shell ignores SIGINT, and its children inherit that. */
    private boolean hearsInterrupts() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return false;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                    .noneMatch(ignored -> (ignored & SIGINT) != 0);
        }
    }

    /** The messages the stack has sent since it was started; there once it has stopped in order. */
    public List<Message> mails() throws IOException {
        try (var files = Files.list(home.data("mails"))) {
            List<Message> mails = new ArrayList<>();
            for (Path file : files.toList()) {
                mails.add(Mailbox.parse(Files.readAllBytes(file)));
            }
            return mails;
        }
    }

    /** The launcher alone, with no chance to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The launcher and everything it has started, as when the machine loses power. */
    public void killAll() throws InterruptedException {
        List<ProcessHandle> parts = parts();
        process.children().forEach(ProcessHandle::destroyForcibly); // the reaper among them
        parts.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        parts.forEach(part -> part.onExit().join());
    }

    List<ProcessHandle> parts() {
        return new Orphans(home)
                .recorded().values().stream()
                        .flatMap(pid -> ProcessHandle.of(pid).stream())
                        .toList();
    }

    public String text() {
        return Logs.tail(output, 200);
    }

    /** The first of nine free ports in a row. */
    public static int freePorts() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(12_000, 31_000))
                .filter(base ->
                        IntStream.range(base, base + Part.values().length).allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow();
    }
}
