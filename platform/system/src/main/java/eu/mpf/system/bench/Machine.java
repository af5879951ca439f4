package eu.mpf.system.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;

/** Where and under what conditions was measured. */
final class Machine {

    private static final String SETTINGS = """
            SELECT string_agg(name || '=' || current_setting(name), ' ' ORDER BY name) FROM pg_settings
            WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers', 'work_mem', 'max_wal_size',
                           'jit', 'max_connections', 'server_version')""";

    private Machine() {}

    static void describe(String benchmark) {
        System.out.printf(
                Locale.ROOT,
                "== %s, %s%n%s %s, %d processors, load %.2f; Java %s, this process: %s%n",
                benchmark,
                Instant.now(),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.getRuntime().availableProcessors(),
                load(),
                Runtime.version(),
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(argument -> argument.startsWith("-X"))
                        .toList());
    }

    /** Processes that wanted to run, average of the last minute. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    static void describe(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(SETTINGS)) {
            row.next();
            System.out.println("PostgreSQL: " + row.getString(1));
        }
    }

    /** The JVM's flags of another process, from its command line. */
    static String flags(long pid) {
        try {
            return String.join(
                    " ",
                    Files.readString(Path.of("/proc/" + pid + "/cmdline"))
                            .lines()
                            .flatMap(line -> java.util.Arrays.stream(line.split("\0")))
                            .filter(argument -> argument.startsWith("-X") && !argument.contains("Archive"))
                            .toList());
        } catch (IOException e) {
            return "flags unknown";
        }
    }
}
