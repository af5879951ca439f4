package eu.mpf.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The official schemas of others, which are theirs to give out and therefore not in this repository: a directory with
 * {@code iati}, {@code 360giving}, {@code commongrants} and {@code cloudevents}, named by {@code -Dmpf.standards} or lying
 * beside the checkout. A test that needs them is skipped, and says so, where they are not.
 */
public final class Standards {
    private static final Path DIRECTORY = Path.of(System.getProperty("mpf.standards", "../../shared/data/standards"));

    private Standards() {}

    /** @param name such as {@code iati/ruleset-standard.json} */
    public static Path file(String name) {
        Path file = DIRECTORY.resolve(name);
        assumeTrue(Files.exists(file), "no " + file.toAbsolutePath() + "; see -Dmpf.standards in CONTRIBUTING.md");
        return file;
    }
}
