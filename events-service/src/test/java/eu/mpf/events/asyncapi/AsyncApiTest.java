package eu.mpf.events.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@MpfTest
class AsyncApiTest {

    @Test
    void theDescriptionOfTheEventsIsPublicAndNamesEverySchema() throws Exception {
        String document = Api.anonymous()
                .accept("application/yaml")
                .get("/asyncapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(document).startsWith("asyncapi: 3.0.0");
        try (var schemas = Files.list(Path.of("src/main/contracts/events"))) {
            // Answered in one piece: the schemas stand in it, so their types are what to look for.
            assertThat(schemas)
                    .allSatisfy(schema -> assertThat(document)
                            .contains("." + schema.getFileName().toString().replace(".schema.json", "")));
        }
    }
}
