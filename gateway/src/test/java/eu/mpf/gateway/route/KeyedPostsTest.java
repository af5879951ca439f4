package eu.mpf.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the committed contracts say of the operations that must not, or may, be repeated. */
class KeyedPostsTest {

    @ParameterizedTest
    @CsvSource({
        "gateway,  .,                   /v1/api-clients,                  true",
        "gateway,  .,                   /v1/api-clients/1/keys,           false",
        "gateway,  .,                   /v1/api-clients/1/keys/2:rotate,  false",
        "gateway,  .,                   /v1/api-clients/1/keys/2:revoke,  true",
        "gateway,  .,                   /v1/webhooks,                     true",
        "events,   ../events-service,   /v1/sessions/1/feedback,          false",
        "events,   ../events-service,   /v1/events/1/registrations,       true",
        "events,   ../events-service,   /v1/events/1/registrations:import, false",
        "projects, ../projects-service, /v1/projects,                     true",
        "projects, ../projects-service, /v1/projects:import,              false",
        "calls,    ../calls-service,    /v1/calls/1:publish,              true",
        "calls,    ../calls-service,    /v1/calls/1,                      false",
        "calls,    ../calls-service,    /v1/applications/1:submit,        true",
        "calls,    ../calls-service,    /v1/applications/1:validate,      false",
    })
    void anOperationTakesAKeyIfItsContractSaysSo(String service, String module, String path, boolean keyed)
            throws IOException {
        JsonNode contract = new YAMLMapper()
                .readTree(Path.of(module, "src/main/contracts/openapi.yaml").toFile());
        KeyedPosts posts = new KeyedPosts();
        assertThat(posts.contains(service, path)).as("nothing is known yet").isFalse();
        posts.learn(service, contract);
        assertThat(posts.contains(service, path)).isEqualTo(keyed);
        assertThat(posts.contains("another", path)).isFalse();
    }

    @Test
    void whatAServiceSaysLaterReplacesWhatItSaidBefore() throws IOException {
        KeyedPosts posts = new KeyedPosts();
        String document = "{\"paths\":{\"%s\":{\"parameters\":[{\"name\":\"Idempotency-Key\",\"in\":\"header\"}]}}}";
        posts.learn("a", new ObjectMapper().readTree(document.formatted("/v1/old")));
        posts.learn("a", new ObjectMapper().readTree(document.formatted("/v1/new")));
        assertThat(posts.contains("a", "/v1/old")).isFalse();
        assertThat(posts.contains("a", "/v1/new")).isTrue();
    }
}
