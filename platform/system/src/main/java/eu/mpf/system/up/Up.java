package eu.mpf.system.up;

import eu.mpf.embedded.Ports;
import eu.mpf.system.client.Platform;
import eu.mpf.system.demo.DemoData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code ./mpf up}: starts the stack, fills it, and stays until it is told to stop. */
public final class Up {

    private final Options options;
    private final Home home;
    private final Progress progress = new Progress();

    private Up(Options options) {
        this.options = options;
        this.home = Home.in(options.home());
    }

    public static void main(String[] arguments) {
        try {
            new Up(Options.parse(arguments)).run();
        } catch (StartException e) {
            System.err.println("mpf: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run() {
        StackLock lock = StackLock.take(home, options.port());
        Stack stack = prepare(lock);
        var asked = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack, lock, asked), "stop"));
        try {
            stack.start();
            loadDemo();
        } catch (CompletionException | IllegalStateException | UncheckedIOException e) {
            if (asked.getCount() == 0) {
                return; // stopped while it started
            }
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new StartException(
                    cause.getMessage() + "\n     logs: " + home.directory().resolve("logs"));
        }
        new Greeting(options, progress).print(stack.residentBytes());
        watch(stack, asked);
    }

    private Stack prepare(StackLock lock) {
        try {
            List<String> left = new Orphans(home).end();
            if (!left.isEmpty()) {
                progress.line("ended what an earlier run left behind: " + String.join(", ", left));
            }
            List<String> taken = Arrays.stream(Part.values())
                    .filter(part -> !Ports.isFree(part.port(options.port())))
                    .map(part -> part.port(options.port()) + " (" + part.title() + ")")
                    .toList();
            if (!taken.isEmpty()) {
                throw new StartException("taken already: port " + String.join(", ", taken)
                        + "; end what listens there or choose others with --port");
            }
            if (options.fresh()) {
                home.wipe();
                progress.line("removed all data");
            }
            return new Stack(options, home, progress);
        } catch (StartException e) {
            lock.release();
            throw e;
        }
    }

    private void loadDemo() {
        if (!options.demo()) {
            return;
        }
        var platform = new Platform(
                URI.create(Part.GATEWAY.url(options.port())),
                URI.create(Part.IDENTITY_PROVIDER.url(options.port()) + "/mpf/token"),
                "dev-secret",
                exchange -> {});
        for (DemoData demo : ServiceLoader.load(DemoData.class)) {
            if (Files.exists(home.demoMarker()) && demo.isLoaded(platform)) {
                continue;
            }
            demo.load(platform, text -> progress.passing("demo data: " + text));
            try {
                Files.writeString(home.demoMarker(), "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            progress.line("demo data is loaded");
        }
    }

    private void watch(Stack stack, CountDownLatch asked) {
        try {
            boolean told = false;
            while (!asked.await(1, TimeUnit.SECONDS)) {
                var casualty = stack.casualty();
                if (casualty.isPresent() && !told && asked.getCount() > 0) {
                    told = true;
                    progress.line(casualty.get() + " has ended by itself; its log: " + home.log(casualty.get()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(Stack stack, StackLock lock, CountDownLatch asked) {
        asked.countDown();
        progress.line("stopping");
        stack.stop();
        lock.release();
        progress.line("stopped; the data stay in " + home.directory());
    }
}
