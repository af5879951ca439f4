package eu.mpf.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import eu.mpf.testkit.openapi.GeneratedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The committed {@code src/main/contracts/openapi.yaml} is what the service says of itself. A service's test class
 * extends this one and carries {@link MpfTest}; {@code -Dmpf.contracts.update=true} writes the file anew.
 */
public abstract class OpenApiContract {

    private static final ObjectMapper YAML =
            new YAMLMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
    private static final Path COMMITTED = Path.of("src/main/contracts/openapi.yaml");

    @Test
    void committedDocumentEqualsTheGeneratedOne() throws IOException {
        String generated = GeneratedDocument.yaml()
                .replaceAll(
                        "(127\\.0\\.0\\.1|localhost):\\d+", "$1:8080") // servers of this run have ports of their own
                .strip();
        if (Boolean.getBoolean("mpf.contracts.update")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, generated + "\n");
        }
        assertThat(COMMITTED)
                .as("the committed document; write it with -Dmpf.contracts.update=true")
                .exists();
        // As trees: the order of keys says nothing, and a difference is shown where it is.
        assertThat(YAML.writeValueAsString(sorted(generated)))
                .as("the generated document; if the change is meant, run with -Dmpf.contracts.update=true")
                .isEqualTo(YAML.writeValueAsString(sorted(Files.readString(COMMITTED))));
    }

    private static Object sorted(String document) throws IOException {
        return YAML.treeToValue(YAML.readTree(document), Object.class);
    }
}
