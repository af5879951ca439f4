package eu.mpf.system.story;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.system.client.Answer;
import eu.mpf.system.client.Session;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Step 10: a partner system that was away during all this ends with the same state. */
final class PartnerStory {

    private final Story story;

    PartnerStory(Story story) {
        this.story = story;
    }

    void catchUp() {
        Session partner = story.quietly("partner");
        Map<String, String> status = new TreeMap<>();
        Map<String, Long> seen = new HashMap<>();
        String cursor = "";
        int read = 0;
        while (true) {
            JsonNode page = partner.get("/v1/changes?pageSize=200" + (cursor.isEmpty() ? "" : "&after=" + cursor))
                    .expect(200)
                    .json();
            for (JsonNode change : page.path("items")) {
                read++;
                JsonNode data = change.path("data");
                if (change.path("type").asText().startsWith("eu.mpf.projects.project.")
                        && seen.merge(
                                        change.path("subject").asText(),
                                        change.path("sequence").asLong(),
                                        Math::max)
                                <= change.path("sequence").asLong()) {
                    status.put(data.path("code").asText(), data.path("status").asText());
                }
            }
            cursor = page.path("nextCursor").asText(cursor);
            if (page.path("caughtUp").asBoolean()) {
                break;
            }
        }
        Map<String, String> source = new TreeMap<>();
        String token = "";
        do {
            JsonNode page = partner.get("/v1/projects?pageSize=200&fields=code,status"
                            + (token.isEmpty() ? "" : "&pageToken=" + token))
                    .expect(200)
                    .json();
            page.path("items")
                    .forEach(p ->
                            source.put(p.path("code").asText(), p.path("status").asText()));
            token = page.path("nextPageToken").asText("");
        } while (!token.isEmpty());
        Expect.equal(source, status, "the partner's portfolio");
        story.says("%d changes read from the beginning; %d projects, the same as at the source"
                .formatted(read, source.size()));

        Answer iati = story.anonymous().get("/v1/projects", "application/xml").expect(200);
        Expect.that(iati.text().contains("<iati-activities"), "the portfolio leaves as IATI");
    }
}
