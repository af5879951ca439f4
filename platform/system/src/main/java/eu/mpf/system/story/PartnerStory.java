package eu.mpf.system.story;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.system.client.Answer;
import eu.mpf.system.client.Eventually;
import eu.mpf.system.client.Session;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Step 10: a partner system that was away during all this ends with the same state. */
final class PartnerStory {

    private final Story story;
    private final Map<String, String> statusByCode = new TreeMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private String cursor = "";
    private int changes;

    PartnerStory(Story story) {
        this.story = story;
    }

    void catchUp() {
        Session partner = story.quietly("partner");
        Map<String, String> source = source(partner);
        Eventually.see(
                "the partner's portfolio equals the source",
                () -> {
                    readOn(partner);
                    return statusByCode;
                },
                source::equals);
        story.says("%d changes read from the beginning; %d projects, the same as at the source"
                .formatted(changes, source.size()));
        Answer iati = story.anonymous()
                .get("/v1/projects", "application/vnd.iati.activities+xml")
                .expect(200);
        Expect.that(iati.text().contains("<iati-activities"), "the portfolio leaves as IATI");
    }

    /** Reads the feed from where it stopped last time, and keeps of each project what its newest event says. */
    private void readOn(Session partner) {
        boolean caughtUp = false;
        while (!caughtUp) {
            String after = cursor.isEmpty() ? "" : "&after=" + cursor;
            JsonNode page = partner.get("/v1/changes?types=eu.mpf.projects.project.*&pageSize=200" + after)
                    .expect(200)
                    .json();
            page.path("items").forEach(this::take);
            cursor = page.path("nextCursor").asText();
            caughtUp = page.path("caughtUp").asBoolean();
        }
    }

    private void take(JsonNode change) {
        changes++;
        long version = change.path("sequence").asLong();
        if (versions.merge(change.path("subject").asText(), version, Math::max) == version) {
            JsonNode project = change.path("data");
            statusByCode.put(
                    project.path("code").asText(), project.path("status").asText());
        }
    }

    private static Map<String, String> source(Session partner) {
        Map<String, String> source = new TreeMap<>();
        String token = "";
        do {
            JsonNode page = partner.get("/v1/projects?pageSize=200&fields=code,status" + token)
                    .expect(200)
                    .json();
            page.path("items")
                    .forEach(p ->
                            source.put(p.path("code").asText(), p.path("status").asText()));
            token = page.hasNonNull("nextPageToken")
                    ? "&pageToken=" + page.path("nextPageToken").asText()
                    : "";
        } while (!token.isEmpty());
        return source;
    }
}
