package eu.mpf.projects.project;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import eu.mpf.projects.Portfolio;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Website;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("X23")
class ProjectLinksTest {

    @Test
    void aProjectIsPublishedWithLinksThatLeadSomewhere() throws Exception {
        try (Website site = new Website()) {
            String code = Portfolio.code("LINKS");
            Map<String, Object> dead = Map.of(
                    "summary",
                    Map.of("en", "Its site is [here](%s).".formatted(site.gone())),
                    "notes",
                    List.of(Map.of("country", "MD", "note", Map.of("en", "See %s.".formatted(Website.nobody())))));
            Portfolio.register(code, dead)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("links-not-sound"))
                    .body("errors.pointer", contains("/summary/en", "/notes/0/note/en"))
                    .body("errors.code", contains("dead", "unreachable"));

            JsonPath draft = Portfolio.register(code, with(dead, "visibility", "DRAFT"))
                    .then()
                    .statusCode(201)
                    .extract()
                    .jsonPath();
            Portfolio.patch(draft, Map.of("visibility", "PUBLISHED"))
                    .then()
                    .statusCode(409)
                    .body("errors.pointer", contains("/summary/en", "/notes/0/note/en"));
            JsonPath published = Portfolio.patch(
                            draft,
                            Map.of(
                                    "visibility",
                                    "PUBLISHED",
                                    "notes",
                                    List.of(),
                                    "summary",
                                    Map.of("en", "Its site is [here](%s).".formatted(site.there()))))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            Portfolio.verb(
                            published,
                            "amend",
                            Map.of(
                                    "kind",
                                    "OTHER",
                                    "reason",
                                    "New site",
                                    "changes",
                                    Map.of("summary", Map.of("en", "It moved to " + site.gone()))))
                    .then()
                    .statusCode(409)
                    .body("errors.pointer", contains("/changes/summary/en"));
            site.close();
            Portfolio.patch(
                            published,
                            Map.of("summary", Map.of("en", "Find its site [there](%s).".formatted(site.there()))))
                    .then()
                    .statusCode(200);
        }
    }

    private static Map<String, Object> with(Map<String, Object> some, String name, Object value) {
        Map<String, Object> more = new HashMap<>(some);
        more.put(name, value);
        return more;
    }
}
