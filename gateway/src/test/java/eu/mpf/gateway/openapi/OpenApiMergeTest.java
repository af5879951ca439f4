package eu.mpf.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
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

    private JsonNode merged;

    @BeforeEach
    void merge() throws IOException {
        Map<String, JsonNode> documents = new LinkedHashMap<>();
        documents.put("projects", new YAMLMapper().readTree(PROJECTS));
        documents.put("events", new YAMLMapper().readTree(EVENTS));
        OpenApiMerge merge = new OpenApiMerge(
                "https://mpf.example", (path, service) -> path.startsWith("/v1/" + service), path -> false);
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
    @Tag("X16")
    void anApiKeyIsOfferedBesideATokenWhereAScopeLetsItIn() throws IOException {
        JsonNode document = new YAMLMapper().readTree("""
                security: [ { bearer: [] }, {} ]
                paths:
                  /v1/a:
                    description: Things
                    get: { responses: {} }
                    put: { security: [ { bearer: [] } ], responses: {} }
                    delete: { security: [], responses: {} }
                    post: { security: [ {} ], responses: {} }
                  /v1/administration:
                    get: { responses: {} }
                components: { securitySchemes: { bearer: { type: http, scheme: bearer } } }
                """);
        JsonNode offered = new OpenApiMerge(
                        "https://mpf.example", (path, service) -> true, path -> !path.endsWith("administration"))
                .merge(Map.of("a", document), Map.of());
        JsonNode path = offered.at("/paths/~1v1~1a");
        assertThat(path.at("/get/security").toString()).isEqualTo("[{\"bearer\":[]},{},{\"apiKey\":[]}]");
        assertThat(path.at("/put/security").toString()).isEqualTo("[{\"bearer\":[]},{\"apiKey\":[]}]");
        assertThat(path.at("/delete/security").toString()).isEqualTo("[]");
        assertThat(path.at("/post/security").toString()).isEqualTo("[{}]");
        assertThat(offered.at("/paths/~1v1~1administration/get/security").toString())
                .isEqualTo("[{\"bearer\":[]},{}]");
        JsonNode scheme = offered.at("/components/securitySchemes/apiKey");
        assertThat(scheme.path("type").asText()).isEqualTo("apiKey");
        assertThat(scheme.path("in").asText()).isEqualTo("header");
        assertThat(scheme.path("name").asText()).isEqualTo("X-API-Key");
        assertThat(scheme.path("description").asText()).isNotEmpty();
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
        Set<String> targets = new HashSet<>();
        References.collect(merged, targets);
        assertThat(targets)
                .isNotEmpty()
                .allSatisfy(
                        target -> assertThat(merged.at("/components/" + target).isMissingNode())
                                .as(target)
                                .isFalse());
    }

    private static ObjectNode mergeOf(String... documents) throws IOException {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        for (int i = 0; i < documents.length; i += 2) {
            named.put(documents[i], new YAMLMapper().readTree(documents[i + 1]));
        }
        return new OpenApiMerge("https://mpf.example", (path, service) -> !path.startsWith("/hidden"), path -> false)
                .merge(named, Map.of());
    }

    @Test
    void theHeadIsThePlatformsAndTheFormatTheNewestOfAll() throws IOException {
        JsonNode two = mergeOf("a", "openapi: 3.0.3", "b", "openapi: 3.1.1");
        assertThat(two.path("openapi").asText()).isEqualTo("3.1.1");
        assertThat(mergeOf("a", "paths: {}").path("openapi").asText()).isEqualTo("3.1.0");
        JsonNode none = mergeOf();
        assertThat(none.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(none.path("paths").isObject()).isTrue();
        assertThat(none.path("paths")).isEmpty();
        assertThat(none.path("components")).isEmpty();
        assertThat(none.path("tags")).isEmpty();
        assertThat(none.at("/info/title").asText()).isEqualTo("MPF platform");
        assertThat(none.at("/info/version").asText()).isEqualTo("1.0.0");
        assertThat(none.at("/info/description").asText()).contains("one front door");
        assertThat(none.at("/info/contact/name").asText()).isEqualTo("MPF platform");
        assertThat(none.at("/info/contact/url").asText()).isEqualTo("https://mpf.example");
        assertThat(none.at("/info/license/identifier").asText()).isEqualTo("EUPL-1.2");
        assertThat(none.at("/info/license/name").asText()).isEqualTo("EUPL-1.2");
    }

    @Test
    void anOperationWithoutATagIsForAdministratorsAndTagsNobodyUsesStayOut() throws IOException {
        JsonNode document = mergeOf("a", """
                tags: [ { name: Projects, description: first }, { name: Unused } ]
                paths:
                  /one: { get: { tags: [Projects] }, put: { tags: [] }, post: {} }
                """, "b", """
                tags: [ { name: Projects, description: second } ]
                paths: { /two: { get: { tags: [Projects] } } }
                """);
        assertThat(document.at("/paths/~1one/get/tags").findValuesAsText("x")).isEmpty();
        assertThat(document.at("/paths/~1one/get/tags/0").asText()).isEqualTo("Projects");
        assertThat(document.at("/paths/~1one/put/tags/0").asText()).isEqualTo("Administration");
        assertThat(document.at("/paths/~1one/post/tags/0").asText()).isEqualTo("Administration");
        assertThat(document.path("tags").findValuesAsText("name")).containsExactly("Administration", "Projects");
        assertThat(document.path("tags").findValuesAsText("description"))
                .containsExactly("For those who keep the platform running", "first");
    }

    @Test
    void aPathWithoutAnyOperationIsLeftOutAndWhatIsNoOperationStaysWithItsPath() throws IOException {
        JsonNode paths = mergeOf("a", """
                paths:
                  /none: { parameters: [] }
                  /hidden: { get: {} }
                  /inside: { get: { x-internal: true }, summary: x }
                  /odd: text
                  /open: { parameters: [ { name: id } ], summary: s, get: {}, TRACE: {}, trace: {} }
                """).path("paths");
        assertThat(paths.fieldNames()).toIterable().containsExactly("/open");
        assertThat(paths.at("/~1open/parameters/0/name").asText()).isEqualTo("id");
        assertThat(paths.at("/~1open/parameters/0").has("tags")).isFalse();
        assertThat(paths.at("/~1open/trace/tags/0").asText()).isEqualTo("Administration");
        assertThat(paths.at("/~1open/TRACE").has("tags")).isFalse();
    }

    @Test
    void anOperationKeepsItsOwnSecurityAndGetsTheDocumentsOnlyIfItHasNone() throws IOException {
        JsonNode paths = mergeOf("a", """
                security: [ { bearer: [] } ]
                paths: { /x: { get: {}, post: { security: [] }, put: { security: [ { key: [] } ] } } }
                """, "b", "paths: { /y: { get: {} } }").path("paths");
        assertThat(paths.at("/~1x/get/security/0").has("bearer")).isTrue();
        assertThat(paths.at("/~1x/post/security").isEmpty()).isTrue();
        assertThat(paths.at("/~1x/put/security/0").has("key")).isTrue();
        assertThat(paths.at("/~1y/get").has("security")).isFalse();
    }

    @Test
    void everyOperationIdIsUniqueHoweverOftenItIsGiven() throws IOException {
        JsonNode paths = mergeOf(
                        "a", "paths: { /a: { get: { operationId: list } } }",
                        "b", "paths: { /b: { get: { operationId: list }, put: { operationId: list }, post: {} } }",
                        "c", "paths: { /c: { get: { operationId: bList }, put: { operationId: '' } } }")
                .path("paths");
        assertThat(paths.at("/~1a/get/operationId").asText()).isEqualTo("list");
        assertThat(paths.at("/~1b/get/operationId").asText()).isEqualTo("bList");
        assertThat(paths.at("/~1b/put/operationId").asText()).isEqualTo("bList_");
        assertThat(paths.at("/~1b/post").has("operationId")).isFalse();
        assertThat(paths.at("/~1c/get/operationId").asText()).isEqualTo("cBList");
        assertThat(paths.at("/~1c/put/operationId").asText()).isEmpty();
    }

    @Test
    void theDocumentsThemselvesStayAsTheyAre() throws IOException {
        JsonNode document = new YAMLMapper().readTree(PROJECTS);
        JsonNode before = document.deepCopy();
        new OpenApiMerge("https://mpf.example", (path, service) -> true, path -> true)
                .merge(Map.of("projects", document, "events", new YAMLMapper().readTree(EVENTS)), Map.of());
        assertThat(document).isEqualTo(before);
    }

    @Test
    void aReferenceThatLeadsNowhereIsNoComponent() throws IOException {
        JsonNode document = mergeOf("a", """
                paths:
                  /x:
                    get:
                      security: [ { nobody: [] } ]
                      responses:
                        '200': { $ref: '#/components/responses/Missing' }
                        '201': { $ref: '#/components/odd' }
                        '202': { $ref: '#/paths/~1x' }
                components: { responses: { Other: {} } }
                """);
        assertThat(document.path("components")).isEmpty();
        assertThat(document.at("/paths/~1x/get/responses/202/$ref").asText()).isEqualTo("#/paths/~1x");
    }

    private static Components components(String one, String two) throws IOException {
        Map<String, JsonNode> documents = new LinkedHashMap<>();
        documents.put("a", new YAMLMapper().readTree(one));
        documents.put("b-c", new YAMLMapper().readTree(two));
        return new Components(documents);
    }

    @Test
    void aComponentThatRefersToAClashingOneClashesToo() throws IOException {
        String shared = """
                    Far: { $ref: '#/components/schemas/Near' }
                    Near: { items: { $ref: '#/components/schemas/Clash' } }
                    Alone: { type: string }
                """;
        Components names = components(
                "components:\n  schemas:\n    Clash: { type: string }\n    Mine: { $ref: '#/components/schemas/Clash' }\n"
                        + shared,
                "components:\n  schemas:\n    Clash: { type: number }\n" + shared);
        assertThat(names.renamed("a"))
                .isEqualTo(Map.of(
                        "schemas/Clash", "schemas/AClash",
                        "schemas/Near", "schemas/ANear",
                        "schemas/Far", "schemas/AFar"));
        assertThat(names.renamed("b-c"))
                .isEqualTo(Map.of(
                        "schemas/Clash", "schemas/BCClash",
                        "schemas/Near", "schemas/BCNear",
                        "schemas/Far", "schemas/BCFar"));
        assertThat(names.renamed("unknown")).isEmpty();
    }

    @Test
    void aNewNameThatIsTakenAlreadyIsMadeAnother() throws IOException {
        Components names = components(
                "components: { schemas: { X: { type: string }, AX: { type: string }, AX_: {} } }",
                "components: { schemas: { X: { type: number } } }");
        assertThat(names.renamed("a")).isEqualTo(Map.of("schemas/X", "schemas/AX__"));
    }

    @Test
    void aServicesNameIsWrittenAsOneWordBeforeTheComponents() {
        assertThat(Components.prefixed("projects", "page")).isEqualTo("ProjectsPage");
        assertThat(Components.prefixed("case-files.2", "Page")).isEqualTo("CaseFiles2Page");
        assertThat(Components.prefixed("-x", "P")).isEqualTo("XP");
    }

    @Test
    void schemesAreRenamedWhereASecurityListNamesThemAndNowhereElse() throws IOException {
        JsonNode node = new YAMLMapper().readTree("""
                security: [ { bearer: [ read ], other: [] }, {} ]
                nested: { security: { bearer: [] } }
                list: [ { security: [ { bearer: [] } ] }, [ { $ref: '#/components/schemas/Deep' } ] ]
                bearer: '#/components/securitySchemes/bearer'
                text: bearer
                """);
        References.rename(node, Map.of("securitySchemes/bearer", "securitySchemes/ABearer"));
        assertThat(node.at("/security/0/ABearer/0").asText()).isEqualTo("read");
        assertThat(node.at("/security/0").fieldNames()).toIterable().containsExactly("ABearer", "other");
        assertThat(node.at("/security/1").isEmpty()).isTrue();
        assertThat(node.at("/nested/security").has("bearer")).as("no list").isTrue();
        assertThat(node.at("/list/0/security/0").has("ABearer")).isTrue();
        assertThat(node.path("bearer").asText()).isEqualTo("#/components/securitySchemes/ABearer");
        assertThat(node.path("text").asText()).isEqualTo("bearer");
        Set<String> targets = new TreeSet<>();
        References.collect(node, targets);
        assertThat(targets).containsExactly("schemas/Deep", "securitySchemes/ABearer", "securitySchemes/other");
    }

    @Test
    void oneTagIsADocumentOfItsOwnWithWhatItNeedsAndNothingElse() {
        JsonNode part = Tagged.of(merged, "Projects");
        assertThat(part).isNotNull();
        assertThat(part.path("paths").fieldNames()).toIterable().containsExactly("/v1/projects");
        assertThat(part.path("tags").findValuesAsText("name")).containsExactly("Projects");
        assertThat(part.at("/components/schemas").fieldNames())
                .toIterable()
                .containsExactly("Money", "ProjectsItem", "ProjectsPage");
        assertThat(part.at("/components/securitySchemes").fieldNames())
                .toIterable()
                .containsExactly("ProjectsBearer");
        assertThat(part.path("servers")).isEqualTo(merged.path("servers"));
        assertThat(merged.path("paths").size()).as("the whole stays whole").isEqualTo(2);
    }

    @Test
    void aTagThatNoOperationHasIsNoDocument() {
        assertThat(Tagged.of(merged, "Unused")).isNull();
    }
}
