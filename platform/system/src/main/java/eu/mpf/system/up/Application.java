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
import java.util.Comparator;
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
    private static final List<String> JVM = List.of(
            "-Xmx160m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-XX:ReservedCodeCacheSize=48m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** As the images start it: both compilers and the heap of a container. For measurements. */
    static final List<String> PRODUCTION = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    Child start(Home home, Reaper reaper) {
        return start(home, reaper, JVM);
    }

    Child start(Home home, Reaper reaper, List<String> options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(further());
        ClassArchive archive = archive(home);
        command.addAll(archive.options());
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-cp", archive.classPath(), "io.quarkus.runner.GeneratedMain"));
        return Child.start(name, command, secrets, home.log(name), reaper);
    }

    /** {@code MPF_JAVA_OPTIONS}, which win over ours: a larger heap or the second compiler, to measure with. */
    private static List<String> further() {
        String options = System.getenv().getOrDefault("MPF_JAVA_OPTIONS", "").strip();
        return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
    }

    ClassArchive archive(Home home) {
        return new ClassArchive(name, home.cache(name + ".jsa"), jars());
    }

    /** The flat class path of the packaged application: what Quarkus has rewritten comes before the original. */
    private List<Path> jars() {
        Path packaged = directory.resolve("target").resolve("quarkus-app");
        var jars = new ArrayList<Path>();
        for (String part : List.of("quarkus", "app", "lib/main", "lib/boot")) {
            try (var files = Files.list(packaged.resolve(part))) {
                files.filter(file -> file.toString().endsWith(".jar"))
                        .sorted(Comparator.comparing((Path file) ->
                                        !file.getFileName().toString().startsWith("transformed"))
                                .thenComparing(Path::toString))
                        .forEach(jars::add);
            } catch (IOException e) {
                throw new StartException(name + " has not been built: " + packaged + " is missing");
            }
        }
        return jars;
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
