package eu.mpf.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("running")
@QuarkusTestResource(TestServers.class)
class OpenApiTest {

    private static JsonNode document() throws Exception {
        return new ObjectMapper()
                .readTree(given().get("/openapi?format=json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    @Test
    void everyOperationNamesItsProblemsAndItsRequestId() throws Exception {
        var operations = new ArrayList<JsonNode>();
        document().get("paths").forEach(path -> path.forEach(operations::add));
        assertThat(operations).isNotEmpty().allSatisfy(operation -> {
            var bad = operation.at("/responses/400");
            assertThat(bad.at("/content").has("application/problem+json")).isTrue();
            assertThat(bad.at("/headers").has("X-Request-Id")).isTrue();
            assertThat(operation.get("responses").has("503")).isTrue();
        });
    }

    @Test
    void idempotentMethodsOfferTheKeyAndVersionedOnesRequireIfMatch() throws Exception {
        var paths = document().get("paths");
        assertThat(paths.at("/~1v1~1notes/post/parameters").toString()).contains("IdempotencyKey");
        assertThat(paths.at("/~1v1~1notes/post/responses").has("422")).isTrue();
        var patch = paths.at("/~1v1~1notes~1{id}/patch");
        assertThat(patch.get("responses").has("428")).isTrue();
        for (var parameter : patch.get("parameters")) {
            if (parameter.path("name").asText().equals("If-Match")) {
                assertThat(parameter.get("required").asBoolean()).isTrue();
            }
        }
        assertThat(paths.has("/v1/notes/{id}:lock")).isTrue();
    }

    @Test
    void aPatchRequiresNothingAndMayTakeAwayWhatNeedNotBeThere() throws Exception {
        var body = document().at("/paths/~1v1~1notes~1{id}/patch/requestBody/content/application~1merge-patch+json");
        assertThat(body.at("/schema/$ref").asText()).isEqualTo("#/components/schemas/NewNotePatch");
        var schemas = document().at("/components/schemas");
        assertThat(schemas.at("/NewNote/required").toString()).contains("title");
        assertThat(schemas.at("/NewNote/properties/priority/type").toString()).isEqualTo("\"integer\"");
        var patch = schemas.get("NewNotePatch");
        assertThat(patch.has("required")).isFalse();
        assertThat(patch.at("/properties/title/type").toString()).isEqualTo("\"string\"");
        assertThat(patch.at("/properties/priority/type").toString()).isEqualTo("[\"integer\",\"null\"]");
        assertThat(patch.at("/properties/due/anyOf").toString())
                .isEqualTo("[{\"$ref\":\"#/components/schemas/LocalDate\"},{\"type\":\"null\"}]");
    }

    @Test
    void sharedSchemasAreNamed() throws Exception {
        var schemas = document().at("/components/schemas");
        assertThat(schemas.fieldNames()).toIterable().contains("Problem", "FieldError", "Money", "LocalizedText");
        assertThat(schemas.at("/Money/properties/amount/type").toString()).isEqualTo("\"string\"");
        assertThat(schemas.at("/LocalizedText/additionalProperties/type").asText())
                .isEqualTo("string");
        assertThat(schemas.get("LocalizedText").has("properties")).isFalse();
        assertThat(schemas.has("JsonNode")).as("classes of Jackson").isFalse();
    }

    @Test
    void everyOperationHasANameAndEveryAnswerADescription() throws Exception {
        var names = new ArrayList<String>();
        document()
                .get("paths")
                .forEach(path -> path.forEach(operation -> {
                    names.add(operation.path("operationId").asText());
                    assertThat(operation.get("responses"))
                            .allSatisfy(answer -> assertThat(
                                            answer.path("description").asText())
                                    .isNotEmpty());
                }));
        assertThat(names).doesNotContain("").doesNotHaveDuplicates();
    }

    @Test
    void securityNamesTheSchemeThereIs() throws Exception {
        var document = document();
        document.get("paths")
                .forEach(path -> path.forEach(operation -> operation
                        .path("security")
                        .forEach(requirement -> assertThat(requirement.fieldNames())
                                .toIterable()
                                .isSubsetOf("bearer"))));
        assertThat(document.at("/components/securitySchemes").fieldNames())
                .toIterable()
                .containsExactly("bearer");
    }
}
