package eu.mpf.system.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Programs that are not the platform's and that some tests need. Where one is missing the test is skipped, which is said on the
 * console; with {@code -Dmpf.tools=required} it fails instead.
 */
final class Tools {

    private static final boolean REQUIRED = "required".equals(System.getProperty("mpf.tools"));
    private static final int MINUTES = 6;

    private Tools() {}

    static void need(String... programs) {
        for (String program : programs) {
            need(isOnPath(program), "there is no " + program + " on the path");
        }
    }

    static void needBrowser() {
        String named = System.getenv("CHROMIUM");
        Path browser = Path.of(named == null ? "/usr/bin/chromium" : named);
        need(Files.isExecutable(browser), "there is no Chromium at " + browser + " (CHROMIUM names another place)");
    }

    /** @param otherwise why the test cannot run if it does not hold */
    static void need(boolean holds, String otherwise) {
        if (REQUIRED) {
            assertThat(holds).as(otherwise).isTrue();
        } else if (!holds) {
            System.err.println("SKIPPED: " + otherwise);
        }
        assumeTrue(holds, otherwise);
    }

    /**
     * Runs a command to its end, which must be a good one.
     *
     * @param log gets what it prints
     * @return what it has printed
     */
    static String run(Path log, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Files.createDirectories(log.getParent());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            String text = Files.readString(log);
            assertThat(ended)
                    .as("%s ends; until now:%n%s", List.of(command), text)
                    .isTrue();
            assertThat(process.exitValue()).as("%s%n%s", List.of(command), text).isZero();
            return text;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
