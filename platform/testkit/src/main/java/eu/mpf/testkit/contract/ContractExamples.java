package eu.mpf.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.testkit.openapi.ExampleCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the committed document shows a request and an answer that a test really met. A missing one is
 * recorded by running the tests that call it with {@code -Dmpf.contracts.update=true}, and enters the document by the
 * next run of the contract's own test with the same property. A service's test class extends this one.
 */
@Tag("X1")
public abstract class ContractExamples {

    @Test
    void everyOperationHasAnExampleThatFitsItsSchema() throws IOException {
        assertThat(ExampleCheck.complaints(Files.readString(Path.of("src/main/contracts/openapi.yaml"))))
                .as("examples that are missing or wrong")
                .isEmpty();
    }
}
