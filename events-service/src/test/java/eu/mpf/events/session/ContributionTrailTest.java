package eu.mpf.events.session;

import static eu.mpf.events.Programme.contribution;
import static eu.mpf.events.Programme.etagOf;
import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.person;
import static eu.mpf.events.Programme.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.Programme.Made;
import eu.mpf.events.sql.Json;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is told of those who spoke once they are forgotten. */
@MpfTest
@Tag("E2")
class ContributionTrailTest {

    @Test
    @Tag("X11")
    void theTrailTellsWhatBecameOfAContributionButNotHowAnybodyWasCalled() {
        String body = "BODY-" + UUID.randomUUID();
        Made session = session(event().id(), "m1", Map.of());
        Made spoken = contribution(
                session.id(),
                person("Zoltana Unmistakable", Map.of()).id(),
                Map.of("post", "Officer", "organisation", body, "position", 1));
        String path = "/v1/sessions/%s/contributions/%s".formatted(session.id(), spoken.id());
        manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", spoken.etag())
                .body(Map.of("role", "MODERATOR", "post", "Chief Zoltana", "position", 2, "project", "P-7"))
                .patch(path)
                .then()
                .statusCode(200);
        manager().header("If-Match", etagOf(path)).delete(path).then().statusCode(204);
        List<Map<String, Object>> trail = Sql.query("""
                SELECT action, before - 'personId' - 'sessionId' AS before, after - 'personId' - 'sessionId' AS after
                FROM audit_entry WHERE object_type = 'contribution' AND object_id = ? ORDER BY id
                """, spoken.id());
        assertThat(trail)
                .extracting(entry -> entry.get("action"))
                .containsExactly("contribution.add", "contribution.revise", "contribution.remove");
        JsonNode before = state(trail.get(1), "before");
        assertThat(before).isEqualTo(state(trail.get(0), "after"));
        assertThat(before).isEqualTo(json("{'role':'SPEAKER','position':1,'organisation':'%s'}", body));
        assertThat(state(trail.get(1), "after"))
                .isEqualTo(json(
                        "{'role':'MODERATOR','position':2,'organisation':'%s','project':'P-7','corrected':['post']}",
                        body));
        assertThat(trail.get(2).get("after")).isNull();
        assertThat(trail.toString()).doesNotContain("Zoltana");
    }

    private static JsonNode state(Map<String, Object> entry, String which) {
        return Json.read(String.valueOf(entry.get(which)), JsonNode.class);
    }

    private static JsonNode json(String text, String body) {
        return Json.read(text.replace('\'', '"').formatted(body), JsonNode.class);
    }
}
