package eu.mpf.events.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Reads calendar files with ical.js, in a process of node; see {@code src/test/node}. */
final class IcalJs {
    private static final Path SOURCE = Path.of("src/test/node");
    private static final Path HOME = Path.of("target/node");

    private IcalJs() {}

    static boolean nodeIsThere() {
        return Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .anyMatch(folder ->
                        Files.isExecutable(Path.of(folder, "node")) && Files.isExecutable(Path.of(folder, "npm")));
    }

    /** Fetches the library by the versions of the lock file, once. */
    private static synchronized void install() throws IOException, InterruptedException {
        if (Files.exists(HOME.resolve("node_modules/ical.js/package.json"))) {
            return;
        }
        Files.createDirectories(HOME);
        for (String file : List.of("package.json", "package-lock.json", "read.mjs")) {
            Files.copy(SOURCE.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        run(new byte[0], "npm", "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts");
    }

    static JsonNode read(byte[] calendar) throws IOException, InterruptedException {
        install();
        return new ObjectMapper().readTree(run(calendar, "node", "read.mjs"));
    }

    private static byte[] run(byte[] input, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(HOME.toFile())
                .redirectError(HOME.resolve("error.log").toFile())
                .start();
        try (var in = process.getOutputStream()) {
            in.write(input);
        }
        byte[] output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor())
                .as(() -> String.join(" ", command) + ": " + error())
                .isZero();
        return output;
    }

    private static String error() {
        try {
            return Files.readString(HOME.resolve("error.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
