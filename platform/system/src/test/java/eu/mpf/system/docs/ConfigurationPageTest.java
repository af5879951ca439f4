package eu.mpf.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

    private static final Path ROOT = Path.of("../..");

    @Test
    void theCommittedPageListsEveryKeyOfTheCode() throws IOException {
        assertThat(Files.readString(ROOT.resolve("docs/configuration.md")))
                .as("regenerate with: ./mpf docs")
                .isEqualTo(ConfigurationPage.generate(ROOT));
    }

    @Test
    void everyKeySaysWhatItIsFor() throws IOException {
        assertThat(ConfigurationPage.generate(ROOT).lines().filter(line -> line.startsWith("| `")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).doesNotEndWith("|  |"));
    }
}
