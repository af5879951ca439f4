package eu.mpf.projects.visibility;

import eu.mpf.projects.project.Discarded;
import eu.mpf.projects.project.ProjectAccess;
import eu.mpf.projects.project.ProjectView;
import eu.mpf.projects.project.Today;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.codelist.CodeList;
import eu.mpf.web.codelist.CodeListEntry;
import eu.mpf.web.codelist.CodeLists;
import eu.mpf.web.link.CheckedLinks;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.sql.Sql;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Use cases of the visibility check-list. */
@ApplicationScoped
public class VisibilityService {

    private static final String ITEMS = "visibility-items";

    /** One statement per finding: whoever read an older version changes no row. */
    private static final String UPSERT = """
        INSERT INTO visibility_check AS c (project_id, item, version, state, checked_on, checked_by, evidence_url, document_id, note)
        SELECT CAST(? AS uuid), ?, 1, ?, CAST(? AS date), ?, ?, CAST(? AS uuid), ? WHERE CAST(? AS bigint) = 0
            OR EXISTS (SELECT 1 FROM visibility_check WHERE project_id = ? AND item = ?)
        ON CONFLICT (project_id, item) DO UPDATE SET
            version = c.version + 1, state = excluded.state, checked_on = excluded.checked_on, checked_by = excluded.checked_by,
            evidence_url = excluded.evidence_url, document_id = excluded.document_id, note = excluded.note
        WHERE c.version = ?\
        """;

    private final Sql sql;
    private final CodeLists codeLists;
    private final ProjectAccess access;
    private final AuditTrail audit;
    private final Caller caller;

    VisibilityService(Sql sql, CodeLists codeLists, ProjectAccess access, AuditTrail audit, Caller caller) {
        this.sql = sql;
        this.codeLists = codeLists;
        this.access = access;
        this.audit = audit;
        this.caller = caller;
    }

    /** Every item of the list, looked at or not, in its order. */
    @Transactional
    public List<VisibilityItem> list(UUID projectId) {
        ProjectView project = access.readable(projectId);
        List<VisibilityItem> items = read(projectId);
        if (access.staff()) {
            return items;
        }
        return items.stream()
                .map(access.leads(project) ? VisibilityItem::withoutWho : VisibilityItem::forThePublic)
                .toList();
    }

    @Transactional
    public VisibilityItem get(UUID projectId, String item) {
        return one(list(projectId), item);
    }

    /**
     * Records what was found.
     *
     * @param evidence the links of the finding, followed before
     * @throws ProblemException 412 if somebody else found something meanwhile; 409 if the evidence is dead
     */
    @Transactional
    public VisibilityItem find(UUID projectId, String item, long expected, Finding finding, CheckedLinks evidence) {
        access.forInsiders(projectId);
        VisibilityItem before = one(read(projectId), item);
        finding.check();
        document(projectId, finding);
        LocalDate on = Today.notAfter(finding.checkedOn(), "/checkedOn");
        int changed = sql.update(
                UPSERT,
                projectId,
                item,
                finding.state(),
                on,
                caller.subject(),
                finding.evidenceUrl(),
                finding.documentId(),
                finding.note(),
                expected,
                projectId,
                item,
                expected);
        if (changed == 0) {
            throw new ProblemException(CommonProblem.VERSION_CONFLICT, "The item was changed meanwhile");
        }
        evidence.requireSound();
        VisibilityItem after = one(read(projectId), item);
        audit.record("visibility.checked", "project", projectId, before, after, finding.note());
        return after;
    }

    private void document(UUID projectId, Finding finding) {
        if (finding.documentId() != null
                && sql.first(
                                "SELECT 1 FROM document WHERE id = ? AND project_id = ?",
                                row -> true,
                                finding.documentId(),
                                projectId)
                        .isEmpty()) {
            throw ProblemException.invalid("/documentId", "unknown-document", "The project has no such document");
        }
    }

    private List<VisibilityItem> read(UUID projectId) {
        CodeList list = codeLists.find(ITEMS, null).orElseThrow();
        Map<String, CodeListEntry> entries = new HashMap<>();
        list.entries().forEach(entry -> entries.put(entry.code(), entry));
        Map<String, VisibilityItem> found = new HashMap<>();
        sql.list("SELECT * FROM visibility_check WHERE project_id = ?", row -> row(row, entries), projectId)
                .forEach(item -> found.put(item.item(), item));
        List<VisibilityItem> items = new ArrayList<>();
        list.entries().forEach(entry -> {
            VisibilityItem item = found.get(entry.code());
            items.add(item == null ? VisibilityItem.unchecked(entry.code(), entry.names()) : item);
        });
        return items;
    }

    private static VisibilityItem row(ResultSet row, Map<String, CodeListEntry> entries) throws SQLException {
        String code = row.getString("item");
        CodeListEntry entry = entries.get(code);
        return new VisibilityItem(
                code,
                entry == null ? eu.mpf.web.value.LocalizedText.of("en", code) : entry.names(),
                VisibilityState.valueOf(row.getString("state")),
                row.getObject("checked_on", LocalDate.class),
                row.getString("checked_by"),
                row.getString("evidence_url"),
                row.getObject("document_id", UUID.class),
                row.getString("note"),
                row.getLong("version"));
    }

    private static VisibilityItem one(List<VisibilityItem> items, String item) {
        return items.stream()
                .filter(each -> each.item().equals(item))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("visibility item", item));
    }

    /** Before the documents that findings rest on. */
    @Transactional
    void discard(@Observes @Priority(Discarded.FIRST) Discarded draft) {
        sql.update("DELETE FROM visibility_check WHERE project_id = ?", draft.projectId());
    }
}
