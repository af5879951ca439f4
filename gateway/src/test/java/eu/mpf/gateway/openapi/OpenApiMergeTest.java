package eu.mpf.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenApiMergeTest {

    private static final String SHARED = """
                Money: { type: object, properties: { amount: { type: string } } }
                Problem: { type: object, properties: { code: { type: string } } }
            """;
    private static final String PROJECTS = """
            openapi: 3.1.0
            security: [ { bearer: [] } ]
            tags: [ { name: Projects }, { name: Unused } ]
            paths:
              /v1/projects:
                get: { operationId: list, tags: [Projects], responses: { '200': { $ref: '#/components/responses/Page' } } }
                post: { operationId: sync, x-internal: true, responses: {} }
              /v1/projects/{id}:
                x-internal: true
                get: { operationId: hidden, responses: {} }
              /q/health:
                get: { operationId: health, responses: {} }
              /problems:
                get: { operationId: problems, responses: {} }
            components:
              securitySchemes: { bearer: { type: http, scheme: bearer } }
              responses:
                Page: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Page' } } } }
              schemas:
                Page: { type: object, properties: { items: { type: array, items: { $ref: '#/components/schemas/Item' } } } }
                Item: { type: object, properties: { cost: { $ref: '#/components/schemas/Money' } } }
                Unused: { type: string }
            """ + SHARED;
    private static final String EVENTS = """
            openapi: 3.1.0
            paths:
              /v1/events:
                get: { operationId: list, security: [ { bearer: [] } ], responses: { '200': { $ref: '#/components/responses/Page' } } }
            components:
              securitySchemes: { bearer: { type: http, scheme: bearer, bearerFormat: JWT } }
              responses:
                Page: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Page' } } } }
              schemas:
                Page: { type: object, properties: { items: { type: array, items: { $ref: '#/components/schemas/Item' } } } }
                Item:
                  oneOf: [ { $ref: '#/components/schemas/Money' }, { $ref: '#/components/schemas/Problem' } ]
                  discriminator: { propertyName: kind, mapping: { money: '#/components/schemas/Money', item: '#/components/schemas/Item' } }
            """ + SHARED;

    private static JsonNode merged;

    @BeforeAll
    static void merge() throws IOException {
        Map<String, JsonNode> documents = new LinkedHashMap<>();
        documents.put("projects", new YAMLMapper().readTree(PROJECTS));
        documents.put("events", new YAMLMapper().readTree(EVENTS));
        OpenApiMerge merge =
                new OpenApiMerge("https://mpf.example", (path, service) -> path.startsWith("/v1/" + service));
        merged = merge.merge(documents, Map.of("projects", "CURRENT", "calls", "UNAVAILABLE"));
    }

    @Test
    void onlyReachablePublicOperationsRemain() {
        assertThat(merged.path("paths").fieldNames()).toIterable().containsExactly("/v1/events", "/v1/projects");
        assertThat(merged.at("/paths/~1v1~1projects").fieldNames()).toIterable().containsExactly("get");
    }

    @Test
    void identicalComponentsAreKeptOnce() {
        JsonNode schemas = merged.at("/components/schemas");
        assertThat(schemas.has("Money")).isTrue();
        assertThat(schemas.has("Problem")).isTrue();
        assertThat(schemas.has("ProjectsMoney")).isFalse();
    }

    @Test
    void differentComponentsGetTheirServicesNameAlsoWhenTheyDifferOnlyInWhatTheyReferTo() {
        JsonNode schemas = merged.at("/components/schemas");
        assertThat(schemas.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "Money", "Problem", "ProjectsItem", "EventsItem", "ProjectsPage", "EventsPage");
        assertThat(schemas.at("/EventsPage/properties/items/items/$ref").asText())
                .isEqualTo("#/components/schemas/EventsItem");
        assertThat(merged.at("/paths/~1v1~1projects/get/responses/200/$ref").asText())
                .isEqualTo("#/components/responses/ProjectsPage");
        assertThat(schemas.at("/EventsItem/discriminator/mapping/item").asText())
                .isEqualTo("#/components/schemas/EventsItem");
    }

    @Test
    void securityFollowsItsRenamedSchemeAndTheDocumentsDefaultIsWrittenOut() {
        assertThat(merged.at("/paths/~1v1~1projects/get/security/0").has("ProjectsBearer"))
                .isTrue();
        assertThat(merged.at("/paths/~1v1~1events/get/security/0").has("EventsBearer"))
                .isTrue();
        assertThat(merged.at("/components/securitySchemes").fieldNames())
                .toIterable()
                .containsExactly("EventsBearer", "ProjectsBearer");
    }

    @Test
    void operationIdsAreUnique() {
        assertThat(merged.at("/paths/~1v1~1projects/get/operationId").asText()).isEqualTo("list");
        assertThat(merged.at("/paths/~1v1~1events/get/operationId").asText()).isEqualTo("eventsList");
    }

    @Test
    void headTellsWhereAndWho() {
        assertThat(merged.at("/servers/0/url").asText()).isEqualTo("https://mpf.example");
        assertThat(merged.at("/info/x-services/calls").asText()).isEqualTo("UNAVAILABLE");
        assertThat(merged.path("tags").findValuesAsText("name")).containsExactly("Administration", "Projects");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        java.util.Set<String> targets = new java.util.HashSet<>();
        References.collect(merged, targets);
        assertThat(targets)
                .isNotEmpty()
                .allSatisfy(
                        target -> assertThat(merged.at("/components/" + target).isMissingNode())
                                .as(target)
                                .isFalse());
    }
}
