package eu.mpf.events.registration;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.sql.Json;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.SubjectData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** What registrations hold of a person; erasing gives back a seat that somebody else can have. */
@ApplicationScoped
@Transactional
public class RegistrationSubjectService implements SubjectData {
    private final Sql sql;
    private final RegistrationService registrations;

    public RegistrationSubjectService(Sql sql, RegistrationService registrations) {
        this.sql = sql;
        this.registrations = registrations;
    }

    @Override
    public String name() {
        return "registrations";
    }

    @Override
    public List<JsonNode> export(String personHash) {
        return sql.list("""
                SELECT to_jsonb(x) AS data FROM (
                  SELECT r.id, e.key AS event, r.number, r.category, r.status, r.name, r.address, r.organisation,
                         r.language, r.consent, r.answers, r.form_version, r.reason, r.arrived_at, r.created_at,
                         EXISTS (SELECT FROM building_access b WHERE b.registration_id = r.id) AS building_access_given
                  FROM registration r JOIN event e ON e.id = r.event_id WHERE r.address_hash = ? ORDER BY r.id) x
                """, row -> Json.read(row.getString("data"), JsonNode.class), personHash);
    }

    @Override
    public Erased erase(String personHash) {
        record Coming(UUID id, long version) {}
        List<Coming> coming =
                sql.list("""
                SELECT r.id, r.version FROM registration r JOIN event e ON e.id = r.event_id
                WHERE r.address_hash = ? AND r.status IN ('PENDING', 'WAITLISTED', 'OFFERED', 'CONFIRMED')
                  AND e.status = 'PUBLISHED' ORDER BY r.id
                """, row -> new Coming(row.getObject("id", UUID.class), row.getLong("version")), personHash);
        coming.forEach(each -> registrations.withdraw(each.id(), each.version(), null, any -> true));
        sql.update("""
                DELETE FROM building_access b USING registration r
                WHERE r.id = b.registration_id AND r.address_hash = ?
                """, personHash);
        return new Erased(
                sql.update("UPDATE registration SET %s WHERE address_hash = ?".formatted(Anonymity.SET), personHash),
                0);
    }
}
