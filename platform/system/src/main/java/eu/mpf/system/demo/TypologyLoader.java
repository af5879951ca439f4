package eu.mpf.system.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.system.client.Answer;
import eu.mpf.system.client.Session;

/** The typology of {@code typology.json}: the version of the initial research, and the revision agreed on the day. */
public final class TypologyLoader {

    private final JsonNode facts = Facts.read("typology");
    private final Session officer;

    public TypologyLoader(Session officer) {
        this.officer = officer;
    }

    /** Publishes version 1 with its five types. */
    public void firstVersion() {
        JsonNode fact = facts.at("/versions/0");
        ObjectNode body = Facts.object().put("note", fact.path("status").asText());
        ArrayNode types = body.putArray("types");
        for (JsonNode type : fact.path("types")) {
            types.add(type(type).<ObjectNode>set("aliases", type.path("aliases")));
        }
        Answer draft = officer.post("/v1/typologies", body).expect(201);
        officer.act("/v1/typologies/" + draft.json().path("version").asInt() + ":publish", draft.etag(), null)
                .expect(200);
    }

    /** Classifies the projects that were presented for a type, as the facility saw them. */
    public void presentedAs() {
        for (JsonNode fact : facts.path("presentedAs")) {
            String id = officer.get("/v1/projects?code=" + fact.path("project").asText())
                    .expect(200)
                    .json()
                    .at("/items/0/id")
                    .asText();
            ObjectNode body = Facts.object()
                    .put("typologyVersion", 1)
                    .put("view", "FACILITY")
                    .put("decidedBy", "ICMPD")
                    .put("decidedOn", "2023-09-21");
            body.putArray("means").add(fact.path("type").asText());
            officer.post("/v1/projects/" + id + "/classifications", body).expect(201);
        }
    }

    /**
     * Drafts the next version from the one before and applies the changes agreed on the day: skills and labour mobility
     * retires, hybrid comes, and the one is mapped to the other, to be decided project by project.
     *
     * @return the published version's number
     */
    public int revision() {
        Answer draft = officer.post(
                        "/v1/typologies",
                        Facts.object()
                                .put("note", facts.at("/versions/1/status").asText()))
                .expect(201);
        String path = "/v1/typologies/" + draft.json().path("version").asInt();
        for (JsonNode change : facts.at("/versions/1/changes")) {
            if (change.has("retire")) {
                officer.act(
                                path + "/types/" + change.path("retire").asText() + ":retire",
                                etag(path),
                                Facts.object()
                                        .put("reason", change.path("reason").asText()))
                        .expect(200);
            } else if (change.has("add")) {
                JsonNode added = change.path("add");
                ObjectNode type = type(added);
                type.set("definition", Facts.english(added.path("meaning").asText()));
                officer.act(path + "/types", etag(path), type).expect(201);
            } else {
                ObjectNode mapping = change.path("map").deepCopy();
                officer.act(
                                path + "/mappings",
                                etag(path),
                                mapping.put("reason", change.at("/map/reason").asText()))
                        .expect(201);
            }
        }
        officer.move(path, "publish", null).expect(200);
        return draft.json().path("version").asInt();
    }

    private String etag(String path) {
        return officer.get(path).expect(200).etag();
    }

    private static ObjectNode type(JsonNode fact) {
        return Facts.object()
                .put("code", fact.path("code").asText())
                .set("name", Facts.english(fact.path("name").asText()));
    }
}
