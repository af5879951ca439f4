package eu.mpf.events.registration;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.sql.Json;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.Accounts;
import eu.mpf.web.subject.SubjectData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What registrations hold of a person; erasing gives back a seat that somebody else can have. */
@ApplicationScoped
@Transactional
public class RegistrationSubjectService implements SubjectData {
    private final Sql sql;
    private final Accounts accounts;
    private final RegistrationService registrations;

    public RegistrationSubjectService(Sql sql, Accounts accounts, RegistrationService registrations) {
        this.sql = sql;
        this.accounts = accounts;
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
                  FROM registration r JOIN event e ON e.id = r.event_id
                  WHERE r.address_hash = ? OR r.subject = ? ORDER BY r.id) x
                """, row -> Json.read(row.getString("data"), JsonNode.class), personHash, account(personHash));
    }

    private @Nullable String account(String personHash) {
        return accounts.in("registration", "subject", personHash).orElse(null);
    }

    @Override
    public Erased erase(String personHash) {
        String account = account(personHash);
        record Coming(UUID id, long version) {}
        List<Coming> coming = sql.list(
                """
                SELECT r.id, r.version FROM registration r JOIN event e ON e.id = r.event_id
                WHERE %s AND r.status IN ('PENDING', 'WAITLISTED', 'OFFERED', 'CONFIRMED')
                  AND e.status = 'PUBLISHED' ORDER BY r.id
                """.formatted(OwnRegistrations.OF),
                row -> new Coming(row.getObject("id", UUID.class), row.getLong("version")),
                personHash,
                account);
        coming.forEach(each -> registrations.withdraw(each.id(), each.version(), null, any -> true));
        sql.update("""
                DELETE FROM building_access b USING registration r
                WHERE r.id = b.registration_id AND %s
                """.formatted(OwnRegistrations.OF), personHash, account);
        int erased = sql.update(
                "UPDATE registration r SET %s WHERE %s".formatted(Anonymity.SET, OwnRegistrations.OF),
                personHash,
                account);
        int ofOthers =
                sql.update("UPDATE registration SET subject = NULL, version = version + 1 WHERE subject = ?", account);
        return new Erased(erased, ofOthers);
    }
}
