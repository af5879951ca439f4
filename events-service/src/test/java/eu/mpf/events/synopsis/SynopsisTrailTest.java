package eu.mpf.events.synopsis;

import static eu.mpf.events.Programme.contribution;
import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.person;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.Programme.verb;
import static eu.mpf.events.synopsis.SynopsisApiTest.generate;
import static eu.mpf.events.synopsis.SynopsisApiTest.heldEvent;
import static eu.mpf.events.synopsis.SynopsisApiTest.patch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.events.Programme.Made;
import eu.mpf.events.sql.Json;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which copy of a report one holds, and what became of it. */
@MpfTest
@Tag("E16")
class SynopsisTrailTest {
    @Test
    void aCopyInOneFormatIsNeverTakenForAnother() {
        Made draft = generate(heldEvent().id());
        List<String> formats = List.of("application/json", "text/html", "application/pdf", "text/markdown");
        Map<String, String> tags = new LinkedHashMap<>();
        for (String format : formats) {
            tags.put(
                    format,
                    read(draft, format, null).then().statusCode(200).extract().header("ETag"));
        }
        assertThat(tags.values()).doesNotHaveDuplicates();
        for (String held : formats) {
            for (String wanted : formats) {
                read(draft, wanted, tags.get(held))
                        .then()
                        .statusCode(held.equals(wanted) ? 304 : 200)
                        .header("ETag", equalTo(tags.get(wanted)))
                        .header("Vary", containsString("Accept"));
            }
        }
        // Whatever somebody has read: to edit it is to edit that version.
        patch(draft.id(), tags.get("text/html"), Map.of("nextSteps", List.of("A further session.")));
        read(draft, "text/html", tags.get("text/html")).then().statusCode(200);
        Api.as("rapporteur")
                .contentType("application/merge-patch+json")
                .header("If-Match", tags.get("application/pdf"))
                .body("{\"nextSteps\":null}")
                .patch("/v1/synopses/{id}", draft.id())
                .then()
                .statusCode(412);
    }

    private static Response read(Made synopsis, String format, @Nullable String held) {
        RequestSpecification request = Api.as("rapporteur").accept(format);
        return (held == null ? request : request.header("If-None-Match", held)).get("/v1/synopses/{id}", synopsis.id());
    }

    @Test
    @Tag("X11")
    void theTrailTellsWhereAReportChangedAndHoldsNoNameOfIt() throws Exception {
        Made event = event();
        Made panel = session(event.id(), "m1", Map.of());
        Made speaker = person("Zoltana Unmistakable", Map.of());
        contribution(panel.id(), speaker.id(), Map.of());
        String published = verb("/v1/events/", event.id(), event.etag(), "publish");
        verb("/v1/events/", event.id(), published, "hold");
        Made first = generate(event.id());
        assertThat(first.response().asString()).contains("Zoltana Unmistakable");
        JsonNode parts =
                new ObjectMapper().readTree(first.response().asString()).at("/content/parts");
        ((ObjectNode) parts.at("/0/sections/0/speakers/0")).put("name", "Zoltana Corrected");
        String edited = patch(first.id(), first.etag(), Map.of("parts", parts, "nextSteps", List.of("Further talks.")));
        List<JsonNode> trail = trail(first.id());
        assertThat(trail).hasSize(2);
        JsonNode generated = trail.get(0).get("after");
        JsonNode before = trail.get(1).get("before");
        JsonNode after = trail.get(1).get("after");
        assertThat(before).isEqualTo(generated);
        assertThat(after.get("sha256")).isNotEqualTo(before.get("sha256"));
        assertThat(after.get("changed").findValuesAsText("kind")).containsExactly("ADDED", "REMOVED", "ADDED");
        assertThat(after.get("changed").findValuesAsText("pointer"))
                .containsExactly("/parts/0/sections/0/speakers/0", "/parts/0/sections/0/speakers/0", "/nextSteps/0");

        verb("/v1/synopses/", first.id(), verb("/v1/synopses/", first.id(), edited, "review"), "publish");
        Made second = generate(event.id());
        verb("/v1/synopses/", second.id(), verb("/v1/synopses/", second.id(), second.etag(), "review"), "publish");
        List<JsonNode> steps = trail(first.id()).subList(2, 5);
        assertThat(steps)
                .extracting(step -> step.get("action").asText())
                .containsExactly("synopsis.review", "synopsis.publish", "synopsis.supersede");
        assertThat(steps)
                .extracting(step -> step.at("/before/status").asText())
                .containsExactly("DRAFT", "REVIEWED", "PUBLISHED");
        assertThat(steps)
                .extracting(step -> step.at("/after/status").asText())
                .containsExactly("REVIEWED", "PUBLISHED", "SUPERSEDED");
        assertThat(steps)
                .allSatisfy(step -> assertThat(step.at("/after/sha256")).isEqualTo(after.get("sha256")));
        assertThat(trail(first.id()).toString()).doesNotContain("Zoltana");
    }

    private static List<JsonNode> trail(String synopsis) {
        return Sql.query("""
                        SELECT jsonb_build_object('action', action, 'before', before, 'after', after)::text AS entry
                        FROM audit_entry WHERE object_type = 'synopsis' AND object_id = ? ORDER BY id
                        """, synopsis).stream()
                .map(row -> Json.read((String) row.get("entry"), JsonNode.class))
                .toList();
    }
}
