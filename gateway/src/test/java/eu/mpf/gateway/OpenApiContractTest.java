package eu.mpf.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import eu.mpf.gateway.kit.StubPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The committed {@code src/main/contracts/openapi.yaml}, which is what the merged document takes for the gateway's own
 * part, is what the gateway says of itself; {@code -Dmpf.contracts.update=true} writes the file anew. (The other services
 * have theirs at {@code /openapi}; here the merged one is.)
 */
@QuarkusTest
@QuarkusTestResource(StubPlatform.class)
@Tag("X1")
class OpenApiContractTest {

    private static final ObjectMapper YAML =
            new YAMLMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
    private static final Path COMMITTED = Path.of("src/main/contracts/openapi.yaml");

    @Test
    void committedDocumentEqualsTheGeneratedOne() throws IOException {
        String generated = given().queryParam("format", "yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("(127\\.0\\.0\\.1|localhost):\\d+", "$1:8080")
                .strip();
        if (Boolean.getBoolean("mpf.contracts.update")) {
            Files.writeString(COMMITTED, generated + "\n");
        }
        assertThat(YAML.writeValueAsString(tree(generated)))
                .as("the generated document; if the change is meant, run with -Dmpf.contracts.update=true")
                .isEqualTo(YAML.writeValueAsString(tree(Files.readString(COMMITTED))));
    }

    private static Object tree(String document) throws IOException {
        return YAML.treeToValue(YAML.readTree(document), Object.class);
    }
}
