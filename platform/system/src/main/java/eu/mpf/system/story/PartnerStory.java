package eu.mpf.system.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.system.client.Answer;
import eu.mpf.system.client.Eventually;
import eu.mpf.system.client.Session;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Step 10: a partner's program that was away during all this ends with the same state, and again after an award was
 * withdrawn and a duplicate record was given up. It comes with an API key, and gets no further than the key's scopes.
 */
final class PartnerStory {

    private final Story story;
    private final Runnable withdrawal;
    private final Mirror mirror = new Mirror();

    /** @param withdrawal takes back the award this story has made */
    PartnerStory(Story story, Runnable withdrawal) {
        this.story = story;
        this.withdrawal = withdrawal;
    }

    void catchUp() {
        Session partner = story.as("partner");
        Answer client = partner.post("/v1/api-clients", client()).expect(201);
        String keys = "/v1/api-clients/" + client.id() + "/keys";
        Answer issued = partner.post(keys, Story.object()).expect(201);
        Session program = story.program("mirror", issued.json().path("key").asText());
        follow(program);
        staysWithinItsScopes(program);

        withdrawal.run();
        giveUpADuplicate();
        int before = mirror.changes();
        follow(program);
        Expect.that(mirror.changes() > before, "what was withdrawn was told");
        Expect.that(mirror.state().containsValue("TERMINATED"), "the project of the withdrawn award has ended");
        story.says("an award withdrawn, a duplicate given up: the copy followed");

        partner.move(keys + "/" + issued.id(), "revoke", null).expect(200);
        Expect.equal(401, program.get("/v1/projects").status(), "a request with a revoked key");
        Answer iati = story.anonymous()
                .get("/v1/projects", "application/vnd.iati.activities+xml")
                .expect(200);
        Expect.that(iati.text().contains("<iati-activities"), "the portfolio leaves as IATI");
    }

    private static ObjectNode client() {
        ObjectNode client = Story.object().put("name", "Portfolio mirror").put("contact", "mirror@partner.example");
        client.putArray("scopes").add("projects:read").add("changes:read");
        return client;
    }

    private void follow(Session program) {
        Map<String, String> source = source(program);
        Eventually.see(
                "the partner's copy equals the source",
                () -> {
                    mirror.readOn(program);
                    return mirror.state();
                },
                source::equals);
        story.says("%d changes read by key; %d projects and organisations, the same as at the source"
                .formatted(mirror.changes(), source.size()));
    }

    private static void staysWithinItsScopes(Session program) {
        Answer calls = program.get("/v1/calls");
        Expect.equal(403, calls.status(), "calls to a key for projects");
        Expect.equal("insufficient-scope", calls.json().path("code").asText(), "why");
        Expect.equal(403, program.post("/v1/projects", Story.object()).status(), "writing with a key to read");
        Answer decided = program.get("/v1/changes?types=eu.mpf.calls.application.decided.v1");
        Expect.equal(400, decided.status(), "asking for decisions that only staff is told of");
    }

    /** Two records of one body: one is given up. */
    private void giveUpADuplicate() {
        Session officer = story.as("programme-officer");
        for (String code : new String[] {"KEPT", "GIVEN-UP"}) {
            officer.post(
                            "/v1/organisations",
                            Story.object()
                                    .put("code", story.mine(code))
                                    .put("name", "Border academy " + story.mine(code))
                                    .put("kind", "PUBLIC_AUTHORITY")
                                    .put("country", "LV"))
                    .expect(201);
        }
        officer.post(
                        "/v1/organisations:merge",
                        Story.object()
                                .put("duplicate", story.mine("GIVEN-UP"))
                                .put("survivor", story.mine("KEPT"))
                                .put("reason", "One body, recorded twice"))
                .expect(200);
    }

    /** What the lists of the platform say: the status of each project, and the organisations that were not given up. */
    private static Map<String, String> source(Session program) {
        Map<String, String> source = new TreeMap<>();
        for (String list :
                new String[] {"/v1/projects?fields=code,status", "/v1/organisations?fields=code,mergedInto"}) {
            String token = "";
            do {
                JsonNode page =
                        program.get(list + "&pageSize=200" + token).expect(200).json();
                page.path("items").forEach(item -> Mirror.put(source, item));
                token = page.hasNonNull("nextPageToken")
                        ? "&pageToken=" + page.path("nextPageToken").asText()
                        : "";
            } while (!token.isEmpty());
        }
        return source;
    }

    /** A copy kept by the change feed: of each thing what its newest event says. */
    private static final class Mirror {

        private final Map<String, String> state = new TreeMap<>();
        private final Map<String, Long> versions = new HashMap<>();
        private String cursor = "";
        private int changes;

        Map<String, String> state() {
            return state;
        }

        int changes() {
            return changes;
        }

        /** Reads on from where it stopped last time. */
        void readOn(Session program) {
            boolean caughtUp = false;
            while (!caughtUp) {
                String after = cursor.isEmpty() ? "" : "&after=" + cursor;
                JsonNode page = program.get("/v1/changes?types=eu.mpf.projects.project.*"
                                + "&types=eu.mpf.projects.organisation.*&pageSize=200" + after)
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
                put(state, change.path("data"));
            }
        }

        /** Projects have a status; organisations are there, or were given up. */
        static void put(Map<String, String> state, JsonNode thing) {
            String kind = thing.hasNonNull("status") ? "project " : "organisation ";
            String code = kind + thing.path("code").asText();
            if (thing.hasNonNull("mergedInto")) {
                state.remove(code);
            } else {
                state.put(code, thing.path("status").asText("LISTED"));
            }
        }
    }
}
