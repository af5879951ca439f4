package eu.mpf.system.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** E-11 and E-12: the benchmark of {@code platform/messaging}, as a process of its own with servers of its own. */
final class Outbox implements Benchmark {

    private static final List<String> JVM = List.of(
            "-Xmx512m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "--sun-misc-unsafe-memory-access=allow");

    @Override
    public void run(Settings settings) throws IOException, InterruptedException {
        Path target = Path.of("platform", "messaging", "target").toAbsolutePath();
        Path others = target.resolve("bench.classpath");
        if (!Files.exists(others)) {
            throw new IllegalStateException(others + " is missing; build with ./mvnw -Dquick -DskipTests package");
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.add("-cp");
        command.add(jars(target) + File.pathSeparator + Files.readString(others).strip());
        command.add("eu.mpf.messaging.bench.OutboxBenchmark");
        command.addAll(List.of(settings.text("only", "e11,e12").split(",")));
        System.out.println("its process: " + String.join(" ", JVM));
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        System.out.printf("ended with status %d, load %.2f%n", status, Machine.load());
    }

    /** The module's own jar and that of its tests, in which the benchmark is. */
    private static String jars(Path target) throws IOException {
        try (var files = Files.list(target)) {
            return String.join(
                    File.pathSeparator,
                    files.map(Path::toString)
                            .filter(file -> file.endsWith(".jar") && !file.contains("sources"))
                            .sorted()
                            .toList());
        }
    }
}
