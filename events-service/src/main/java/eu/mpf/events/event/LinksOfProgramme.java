package eu.mpf.events.event;

import eu.mpf.events.sql.Json;
import eu.mpf.web.link.FoundLink;
import eu.mpf.web.link.FoundLinks;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the links that readers of a programme are given: in what is said about the event and about its sessions. */
@ApplicationScoped
class LinksOfProgramme {
    private final Sql sql;

    LinksOfProgramme(Sql sql) {
        this.sql = sql;
    }

    private record Texts(
            String key,
            @Nullable LocalizedText summary,
            @Nullable LocalizedText feedbackNote) {}

    static FoundLinks in(EventDetails details) {
        return new FoundLinks().text("/summary", "Summary", details.summary());
    }

    /** Sessions are counted in the order of the programme. */
    List<FoundLink> of(Event event) {
        FoundLinks links = in(event.details());
        List<Texts> sessions = sql.list(
                "SELECT key, summary, feedback_note FROM session WHERE event_id = ? ORDER BY position, id",
                row -> new Texts(
                        row.getString("key"),
                        Json.optionalText(row.getString("summary")),
                        Json.optionalText(row.getString("feedback_note"))),
                event.id());
        for (int i = 0; i < sessions.size(); i++) {
            Texts session = sessions.get(i);
            String pointer = "/sessions/" + i;
            String place = "Session " + session.key();
            links.text(pointer + "/summary", place + ", summary", session.summary());
            links.text(pointer + "/feedbackNote", place + ", how it was received", session.feedbackNote());
        }
        return links.list();
    }
}
