package eu.mpf.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Kafka broker of one node (KRaft, broker and controller in one) in a JVM of its own, on loopback. */
public final class KafkaServer {

    private static final Predicate<String> BROKER_JAR = Pattern.compile(
                    "^(kafka|scala|jackson|slf4j-api|log4j|metrics-core|jopt|argparse4j|caffeine|jose4j|hash4j"
                            + "|HdrHistogram|re2j|pcollections|lz4|zstd|snappy|commons-|snakeyaml|jspecify|mpf-embedded)")
            .asPredicate();

    private final Child broker;
    private final int port;

    private KafkaServer(Child broker, int port) {
        this.broker = broker;
        this.port = port;
    }

    /**
     * Starts the broker and waits until it answers. The first start formats the directory.
     *
     * @param options further options of the JVM
     * @param started told of the process before the broker is ready
     */
    public static KafkaServer start(
            Path data, int port, Path log, Reaper reaper, List<String> options, Consumer<Child> started) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Xms96m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dslf4j.provider=" + BrokerLogging.class.getName(),
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        String jars = classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        command.addAll(List.of("-cp", jars, BrokerMain.class.getName()));
        try {
            Files.createDirectories(data);
            Path settings = data.resolve("server.properties");
            Files.writeString(settings, KafkaSettings.of(data, port));
            command.add(settings.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + data, e);
        }
        Child broker = Child.start("kafka", command, Map.of(), log, reaper);
        started.accept(broker);
        var server = new KafkaServer(broker, port);
        server.awaitReady();
        return server;
    }

    /** The jars of the broker's JVM: of those on our own class path the ones a broker needs. */
    public static List<Path> classPath() {
        Stream<Path> all = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of);
        Stream<Path> needed =
                all.filter(entry -> BROKER_JAR.test(entry.getFileName().toString()) && !Files.isDirectory(entry));
        return Stream.concat(Stream.of(Path.of(codeSource())), needed)
                .distinct()
                .toList();
    }

    private static java.net.URI codeSource() {
        try {
            return KafkaServer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady() {
        long giveUp = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!answers()) {
            broker.requireAlive();
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("Kafka does not answer on port " + port);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while Kafka started", e);
            }
        }
    }

    /** The broker opens its public port last, when it has been admitted by the controller. */
    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The broker's own process. */
    public Child process() {
        return broker;
    }

    public void stop() {
        broker.stop(Duration.ofSeconds(10));
    }
}
