package eu.mpf.system.up;

import eu.mpf.embedded.Child;
import eu.mpf.embedded.Reaper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One of the four packaged applications.
 *
 * @param name also its module's directory
 * @param healthPort where it says whether it is ready
 * @param settings configuration, passed as system properties
 * @param secrets configuration that no process list should show, passed as environment variables
 */
record Application(
        String name, Path directory, int healthPort, Map<String, String> settings, Map<String, String> secrets) {

    private static final Duration PATIENCE = Duration.ofSeconds(300);

    /** Small heaps, quick start: this is one developer's machine. Production settings are in the images. */
    static final List<String> LOCAL = List.of(
            "-Xmx160m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-XX:ReservedCodeCacheSize=48m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "--sun-misc-unsafe-memory-access=allow");

    /** Starts it as {@code ./mpf up} does, with the archive of classes that an earlier process left. */
    Child start(Home home, Reaper reaper) {
        var options = new ArrayList<>(LOCAL);
        options.addAll(archive(home).options());
        return start(home, reaper, options);
    }

    /** As its image starts it: both compilers and the heap of a container. For measurements. */
    List<String> production() {
        return List.of("-Xmx256m", deployed("jvm.options"));
    }

    Child start(Home home, Reaper reaper, List<String> options) {
        var all = new ArrayList<>(options);
        all.addAll(further());
        settings.forEach((key, value) -> all.add("-D" + key + "=" + value));
        return run(home, reaper, all);
    }

    /** Makes a cache as its image does, by a start that ends before it connects to anything. */
    void train(Home home, Reaper reaper, Path cache) {
        var options = new ArrayList<>(production());
        options.addAll(further());
        options.addAll(List.of("-XX:AOTCacheOutput=" + cache, deployed("training.options")));
        run(home, reaper, options).awaitEnd(PATIENCE);
    }

    private Child run(Home home, Reaper reaper, List<String> options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", packaged().toString()));
        return Child.start(name, command, secrets, home.log(name), reaper);
    }

    /** A file of options, as an argument of the {@code java} command. */
    private String deployed(String options) {
        return "@" + directory.resolveSibling("deploy").resolve(options);
    }

    /** {@code MPF_JAVA_OPTIONS}, which win over ours: a larger heap or the second compiler, to measure with. */
    private static List<String> further() {
        String options = System.getenv().getOrDefault("MPF_JAVA_OPTIONS", "").strip();
        return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
    }

    ClassArchive archive(Home home) {
        return new ClassArchive(home.cache(name + ".jsa"), List.of(packaged()));
    }

    /** Names the other jars as its class path; each build writes it anew. */
    private Path packaged() {
        Path jar = directory.resolve("target").resolve("quarkus-app").resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StartException(name + " has not been built: " + jar + " is missing");
        }
        return jar;
    }

    /** Waits until the application says that it is ready. */
    void awaitReady(Child process) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!ready()) {
            process.requireAlive();
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException(name + " is not ready after " + PATIENCE.toSeconds() + " s");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while " + name + " started", e);
            }
        }
    }

    private boolean ready() {
        try {
            var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + healthPort + "/q/health/ready")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
