package eu.mpf.projects.presentation;

import eu.mpf.projects.project.ProjectReader;
import eu.mpf.projects.storage.StoredJson;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.value.Ids;
import eu.mpf.web.value.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Where projects were presented, as the events service tells; nothing here changes a project. */
@ApplicationScoped
public class PresentationService {

    private final EntityManager database;
    private final Listing listing;
    private final ProjectReader projects;
    private final StoredJson json;

    PresentationService(EntityManager database, Listing listing, ProjectReader projects, StoredJson json) {
        this.database = database;
        this.listing = listing;
        this.projects = projects;
        this.json = json;
    }

    /** Keeps a presentation; told again, it is brought up to date. */
    @Transactional
    public void record(
            UUID projectId,
            String projectCode,
            String eventId,
            @Nullable String eventKey,
            @Nullable LocalizedText eventTitle,
            String sessionId,
            @Nullable LocalizedText sessionTitle,
            @Nullable LocalDate presentedOn,
            @Nullable String typeCode) {
        database.unwrap(Session.class)
                .createNativeMutationQuery("""
                        INSERT INTO presentation (id, project_id, project_code, event_id, event_key, event_title, session_id,
                                                  session_title, presented_on, type_code, recorded_at)
                        VALUES (:id, :projectId, :projectCode, :eventId, :eventKey, CAST(:eventTitle AS jsonb), :sessionId,
                                CAST(:sessionTitle AS jsonb), :presentedOn, :typeCode, now())
                        ON CONFLICT (project_id, session_id) DO UPDATE
                        SET event_key = EXCLUDED.event_key, event_title = EXCLUDED.event_title,
                            session_title = EXCLUDED.session_title, presented_on = EXCLUDED.presented_on,
                            type_code = EXCLUDED.type_code""")
                .setParameter("id", Ids.next())
                .setParameter("projectId", projectId.toString())
                .setParameter("projectCode", projectCode)
                .setParameter("eventId", eventId)
                .setParameter("eventKey", eventKey, String.class)
                .setParameter("eventTitle", eventTitle == null ? null : json.write(eventTitle), String.class)
                .setParameter("sessionId", sessionId)
                .setParameter("sessionTitle", sessionTitle == null ? null : json.write(sessionTitle), String.class)
                .setParameter("presentedOn", presentedOn, LocalDate.class)
                .setParameter("typeCode", typeCode, String.class)
                .executeUpdate();
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
}
