package eu.mpf.events.mention;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Where people write freely. What a speaker is called on a programme, or in the list of speakers of a report, is no free
 * text: it is withheld or kept as ADR 14 says.
 */
public enum FreeText {
    EVENT("SELECT id, id AS event_id, jsonb_build_object('title', title, 'summary', summary) AS content FROM event"),
    SESSION("""
            SELECT id, event_id, jsonb_build_object('title', title, 'summary', summary, 'questionTopics', question_topics,
                   'feedbackNote', feedback_note) AS content FROM session"""),
    MINUTES("""
            SELECT m.session_id AS id, s.event_id, jsonb_build_object('points', m.points, 'text', m.text) AS content
            FROM minutes m JOIN session s ON s.id = m.session_id"""),
    QUESTION("""
            SELECT q.id, s.event_id, jsonb_build_object('text', q.text, 'answer', q.answer, 'reason', q.reason) AS content
            FROM question q JOIN session s ON s.id = q.session_id"""),
    FEEDBACK("""
            SELECT f.session_id AS id, s.event_id, jsonb_build_object('comments', f.comments) AS content
            FROM session_feedback f JOIN session s ON s.id = f.session_id"""),
    MATERIAL("""
            SELECT m.id, s.event_id, jsonb_build_object('title', m.title) AS content
            FROM material m JOIN session s ON s.id = m.session_id"""),
    POSITIONING("SELECT id, event_id, jsonb_build_object('outcome', outcome) AS content FROM positioning_exercise"),
    SYNOPSIS("SELECT id, event_id, content FROM synopsis");

    private static final String SPEAKERS = "speakers";

    private final String source;

    FreeText(String source) {
        this.source = source;
    }

    /** A page of them behind an id: id, event and texts as JSON. */
    String page() {
        return "SELECT t.id, t.event_id, t.content::text AS content FROM (" + source
                + ") t WHERE t.id > ? ORDER BY t.id LIMIT 200";
    }

    /** Gives every text with its JSON pointer. */
    static void each(JsonNode content, BiConsumer<String, String> action) {
        walk("", content, action);
    }

    private static void walk(String pointer, JsonNode node, BiConsumer<String, String> action) {
        if (node.isTextual()) {
            action.accept(pointer, node.asText());
        } else if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (!field.getKey().equals(SPEAKERS)) {
                    walk(pointer + "/" + field.getKey(), field.getValue(), action);
                }
            }
        } else {
            for (int i = 0; i < node.size(); i++) {
                walk(pointer + "/" + i, node.get(i), action);
            }
        }
    }
}
