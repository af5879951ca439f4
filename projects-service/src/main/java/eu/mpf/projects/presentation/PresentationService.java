package eu.mpf.projects.presentation;

import eu.mpf.projects.project.Discarded;
import eu.mpf.projects.project.ProjectReader;
import eu.mpf.web.json.StoredJson;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.LocalizedText;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where projects were presented, as the events service tells; nothing here changes a project. */
@ApplicationScoped
public class PresentationService {

    private static final String KEEP = """
            INSERT INTO presentation (id, project_id, project_code, event_id, event_key, event_title, session_id,
                                      session_title, presented_on, type_code, recorded_at)
            SELECT uuidv7(), told."projectId", told."projectCode", told."eventId", told."eventKey", told."eventTitle",
                   told."sessionId", told."sessionTitle", told."presentedOn", told."typeCode", now()
            FROM jsonb_to_recordset(CAST(? AS jsonb)) AS told ("projectId" text, "projectCode" text, "eventId" text,
                 "eventKey" text, "eventTitle" jsonb, "sessionId" text, "sessionTitle" jsonb, "presentedOn" date, "typeCode" text)
            ON CONFLICT (project_id, session_id) DO UPDATE
            SET event_key = EXCLUDED.event_key, event_title = EXCLUDED.event_title, session_title = EXCLUDED.session_title,
                presented_on = EXCLUDED.presented_on, type_code = EXCLUDED.type_code""";

    private final Sql sql;
    private final Listing listing;
    private final ProjectReader projects;
    private final StoredJson json;

    PresentationService(Sql sql, Listing listing, ProjectReader projects, StoredJson json) {
        this.sql = sql;
        this.listing = listing;
        this.projects = projects;
        this.json = json;
    }

    /**
     * Keeps presentations; one told again is brought up to date, and of several tellings the last counts. Programmes may
     * name what is no project of ours: that is none of our presentations.
     */
    @Transactional
    public void record(List<Presented> told) {
        Map<String, UUID> named = named(told);
        // In the order of the key, so that two transactions with the same ones wait for each other and not in a circle.
        Map<String, Presented> last = new TreeMap<>();
        for (Presented each : told) {
            UUID project = each.projectId() == null ? named.get(each.projectCode()) : each.projectId();
            if (project == null) {
                Log.infof("session %s presented %s, which is no project", each.sessionId(), each.projectCode());
            } else {
                last.put(project + "/" + each.sessionId(), each.of(project));
            }
        }
        sql.update(KEEP, json.write(last.values()));
    }

    /** The projects that were told by their code alone. */
    private Map<String, UUID> named(List<Presented> told) {
        List<String> codes = told.stream()
                .filter(each -> each.projectId() == null)
                .map(Presented::projectCode)
                .toList();
        Map<String, UUID> named = new HashMap<>();
        if (!codes.isEmpty()) {
            sql.list(
                            "SELECT code, id FROM project WHERE code = ANY (?)",
                            row -> Map.entry(row.getString("code"), row.getObject("id", UUID.class)),
                            codes)
                    .forEach(each -> named.put(each.getKey(), each.getValue()));
        }
        return named;
    }

    /** The presentations of a project, the latest first. */
    public Page<PresentationView> of(UUID projectId, PageParams params) {
        projects.get(projectId);
        return listing.<PresentationView>select("s.*")
                .from("presentation s")
                .idColumn("s.id")
                .sortable("presentedOn", "s.presented_on", SortType.DATE)
                .defaultSort("presentedOn desc")
                .where("s.project_id = ?", projectId.toString())
                .page(
                        params,
                        row -> new PresentationView(
                                row.getString("project_id"),
                                row.getString("project_code"),
                                row.getString("event_id"),
                                row.getString("event_key"),
                                text(row.getString("event_title")),
                                row.getString("session_id"),
                                text(row.getString("session_title")),
                                row.getObject("presented_on", LocalDate.class),
                                row.getString("type_code"),
                                row.getTimestamp("recorded_at").toInstant()));
    }

    private @Nullable LocalizedText text(@Nullable String stored) {
        return stored == null ? null : json.read(stored, LocalizedText.class);
    }

    @Transactional
    void discard(@Observes Discarded draft) {
        sql.update(
                "DELETE FROM presentation WHERE project_id = ?",
                draft.projectId().toString());
    }
}
