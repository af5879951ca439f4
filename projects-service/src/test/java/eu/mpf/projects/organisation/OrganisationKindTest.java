package eu.mpf.projects.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Calls say by the code list which kinds of body may apply; what an organisation is says the register. */
@Tag("P23")
@Tag("X22")
class OrganisationKindTest {

    @Test
    void theCodeListAndTheRegisterKnowTheSameKinds() throws IOException {
        try (InputStream list = getClass().getResourceAsStream("/codelists/organisation-kinds.1.json")) {
            assertThat(new ObjectMapper().readTree(list).path("entries"))
                    .extracting((JsonNode entry) -> entry.path("code").asText())
                    .containsExactlyElementsOf(Arrays.stream(OrganisationKind.values())
                            .map(Enum::name)
                            .toList());
        }
    }
}
