package eu.mpf.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X7")
class AsyncApiDocumentTest {

    @Test
    void holdsEverySchemaThatItsMessagesReferTo() throws IOException {
        String text = AsyncApiDocument.bundled();
        assertThat(text).startsWith("asyncapi: 3.0.0");
        JsonNode document = new YAMLMapper().readTree(text);
        for (String message : new String[] {"ThingMade", "ThingMoved"}) {
            String reference = document.path("components")
                    .path("messages")
                    .path(message)
                    .at("/payload/schema/$ref")
                    .asText();
            assertThat(reference).startsWith("#/");
            assertThat(document.at(reference.substring(1))
                            .at("/properties/thingId/type")
                            .asText())
                    .isEqualTo("string");
        }
        assertThat(document.at("/channels/thing/messages/ThingMade/$ref").asText())
                .isEqualTo("#/components/messages/ThingMade");
        assertThat(text).doesNotContain(".schema.json");
    }
}
