package eu.mpf.projects.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import eu.mpf.projects.Portfolio;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("P20")
class LibraryTest {

    private final String word = "w" + UUID.randomUUID().toString().substring(0, 8);

    private String document(String project, String title, Map<String, String> more) {
        RequestSpecification request = Api.as("programme-officer")
                .multiPart(new MultiPartSpecBuilder(title)
                        .controlName("title")
                        .charset(StandardCharsets.UTF_8)
                        .build())
                .multiPart(
                        "file",
                        "guide.pdf",
                        ("%PDF-1.7\n" + UUID.randomUUID() + "\n%%EOF").getBytes(StandardCharsets.UTF_8),
                        "application/pdf");
        more.forEach(request::multiPart);
        return request.post("/v1/projects/{p}/documents", project)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, String> published(String kind, String language) {
        return Map.of("kind", kind, "language", language, "licence", "CC-BY-4.0", "visibility", "PUBLIC");
    }

    private ValidatableResponse found(String parameter, Object... values) {
        RequestSpecification request = Api.anonymous().queryParam("q", word);
        if (!parameter.isEmpty()) {
            request.queryParam(parameter, values);
        }
        return request.get("/v1/documents").then().statusCode(200);
    }

    private List<String> ids(String parameter, Object... values) {
        return found(parameter, values).extract().path("items.id");
    }

    @Test
    void whatProjectsHavePublishedIsFoundInOnePlace() {
        String code = Portfolio.code("LIBRARY");
        String borders = Portfolio.project(
                        code, Map.of("themes", List.of("border-management"), "partnerCountries", List.of("MD")))
                .getString("id");
        String asylum = Portfolio.project(
                        Portfolio.code("LIBRARY"),
                        Map.of("themes", List.of("asylum"), "partnerCountries", List.of("TN")))
                .getString("id");
        String draft = Portfolio.project(Portfolio.code("LIBRARY"), Map.of("visibility", "DRAFT"))
                .getString("id");
        String guide = document(borders, word + " guide", published("KNOWLEDGE_ITEM", "en"));
        String study = document(asylum, "Étude " + word, published("PUBLICATION", "fr"));
        document(
                borders,
                word + " working paper",
                Map.of("kind", "PUBLICATION", "language", "en", "visibility", "INTERNAL"));
        document(draft, word + " of a draft", published("PUBLICATION", "en"));

        found("")
                .body("items.id", contains(study, guide))
                .body("items[1].projectCode", equalTo(code))
                .body("items[1].projectId", equalTo(borders))
                .body("items[1].licence", equalTo("CC-BY-4.0"))
                .body("items[1].mediaType", equalTo("application/pdf"))
                .body("items[1].version", equalTo(1))
                .body("items[1].checksum.length()", equalTo(64));
        assertThat(ids("kind", "KNOWLEDGE_ITEM")).containsExactly(guide);
        assertThat(ids("kind", "KNOWLEDGE_ITEM", "PUBLICATION")).containsExactly(study, guide);
        assertThat(ids("language", "Französisch")).containsExactly(study);
        assertThat(ids("theme", "Border management")).containsExactly(guide);
        assertThat(ids("country", "Tunisia")).containsExactly(study);
        assertThat(ids("project", code)).containsExactly(guide);
        assertThat(ids("licence", "cc-by")).containsExactly(study, guide);
        assertThat(ids("licence", "CC0-1.0")).isEmpty();
        Api.anonymous()
                .queryParam("q", "étude " + word.toUpperCase(java.util.Locale.ROOT))
                .get("/v1/documents")
                .then()
                .body("items.id", contains(study));
        Api.anonymous().queryParam("q", word + "%").get("/v1/documents").then().body("items", hasSize(0));
        Api.anonymous()
                .queryParam("q", "x".repeat(201))
                .get("/v1/documents")
                .then()
                .statusCode(400);
        found("pageSize", 1).body("items.id", contains(study));
    }
}
