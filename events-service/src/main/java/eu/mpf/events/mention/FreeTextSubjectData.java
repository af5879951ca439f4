package eu.mpf.events.mention;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.registration.OwnRegistrations;
import eu.mpf.events.sql.Json;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.Accounts;
import eu.mpf.web.subject.SubjectData;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What free text says of who registered or was invited. Goes first: the others erase the names it looks for. */
@ApplicationScoped
@Priority(1_000)
class FreeTextSubjectData implements SubjectData {
    private static final String NAMED = """
            SELECT r.name, r.event_id FROM registration r WHERE %s AND r.name <> ''
            UNION SELECT name, event_id FROM invitation WHERE address_hash = ? AND name IS NOT NULL""".formatted(OwnRegistrations.OF);

    private final Sql sql;
    private final Accounts accounts;
    private final MentionService mentions;

    FreeTextSubjectData(Sql sql, Accounts accounts, MentionService mentions) {
        this.sql = sql;
        this.accounts = accounts;
        this.mentions = mentions;
    }

    private record Named(String name, UUID event) {}

    private List<Named> named(String personHash) {
        return sql.list(
                NAMED,
                row -> new Named(row.getString(1), row.getObject(2, UUID.class)),
                personHash,
                accounts.in("registration", "subject", personHash).orElse(null),
                personHash);
    }

    @Override
    public String name() {
        return "free-text";
    }

    @Override
    public List<JsonNode> export(String personHash) {
        List<Named> named = named(personHash);
        return mentions.find(names(named), events(named)).stream()
                .map(place -> Json.read(
                        Json.write(Map.of(
                                "kind", place.kind(),
                                "id", place.objectId(),
                                "eventId", place.eventId(),
                                "pointer", place.pointer(),
                                "certainty", place.found().certainty())),
                        JsonNode.class))
                .toList();
    }

    @Override
    public Erased erase(String personHash) {
        List<Named> named = named(personHash);
        MentionService.Outcome outcome = mentions.withhold(names(named), events(named));
        return new Erased(outcome.withheld(), outcome.noted());
    }

    private static List<String> names(List<Named> named) {
        return named.stream().map(Named::name).toList();
    }

    private static List<UUID> events(List<Named> named) {
        return named.stream().map(Named::event).toList();
    }
}
