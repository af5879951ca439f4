package eu.mpf.events.person;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.event.ProgrammeChanged;
import eu.mpf.events.mention.MentionService;
import eu.mpf.events.sql.Json;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Erases a speaker. What an event that has taken place printed last — its programme and its published report — is a public
 * record and stays as it was; everything else loses the name. See ADR 14.
 */
@ApplicationScoped
@Transactional
public class PersonErasureService {
    private static final String TOOK_PLACE = "e.status IN ('HELD', 'REPORTED')";

    private final PersonRepository people;
    private final Sql sql;
    private final MentionService mentions;
    private final AuditTrail audit;
    private final Event<Object> within;

    PersonErasureService(
            PersonRepository people, Sql sql, MentionService mentions, AuditTrail audit, Event<Object> within) {
        this.people = people;
        this.sql = sql;
        this.mentions = mentions;
        this.audit = audit;
        this.within = within;
    }

    /** @throws ProblemException 404; 409 for a record that was merged into another, which is the one to erase */
    public PersonErased erase(UUID id, long expectedVersion) {
        Person person = people.get(id);
        Versions.check(expectedVersion, person.version());
        Set<String> printed = printedNames(id);
        Set<String> spellings = spellings(id);
        List<UUID> tookPartIn = sql.list(
                "SELECT DISTINCT s.event_id FROM contribution c JOIN session s ON s.id = c.session_id WHERE c.person_id = ?",
                row -> row.getObject(1, UUID.class),
                id);
        person.erase();
        people.flush();
        sql.update(
                "UPDATE person SET key = NULL, honorific = NULL, name = ?, names = '[]' WHERE merged_into_id = ?",
                Withheld.NAME,
                id);
        List<UUID> open = sql.list("""
                UPDATE contribution c SET name = ?, honorific = NULL, post = NULL, unit = NULL, version = c.version + 1
                FROM session s JOIN event e ON e.id = s.event_id
                WHERE s.id = c.session_id AND c.person_id = ? AND NOT %s RETURNING e.id
                """.formatted(TOOK_PLACE), row -> row.getObject(1, UUID.class), Withheld.NAME, id);
        new HashSet<>(open)
                .forEach(event -> within.fire(new ProgrammeChanged(event, ProgrammeChanged.What.CONTRIBUTION_REVISED)));
        int programmes = programmes(id);
        int synopses = synopses(id, printed);
        MentionService.Outcome freeText = mentions.withhold(spellings, tookPartIn);
        PersonErased erased =
                new PersonErased(kept(id), open.size(), programmes, synopses, freeText.withheld(), freeText.noted());
        audit.record("person.erase", "person", id, Map.of("version", expectedVersion), erased, null);
        return erased;
    }

    private int kept(UUID id) {
        return sql.first("""
                        SELECT count(*)::int FROM contribution c
                        JOIN session s ON s.id = c.session_id JOIN event e ON e.id = s.event_id
                        WHERE c.person_id = ? AND %s
                        """.formatted(TOOK_PLACE), row -> row.getInt(1), id).orElseThrow();
    }

    /** As reports print them, before anything is changed. */
    private Set<String> printedNames(UUID id) {
        return new HashSet<>(sql.list(
                "SELECT concat_ws(' ', honorific, name) FROM contribution WHERE person_id = ?",
                row -> row.getString(1),
                id));
    }

    /** All the person, and records merged into it, have been known under. */
    private Set<String> spellings(UUID id) {
        return new HashSet<>(sql.list("""
                SELECT name FROM person WHERE id = ? OR merged_into_id = ?
                UNION SELECT jsonb_array_elements_text(names) FROM person WHERE id = ? OR merged_into_id = ?
                UNION SELECT name FROM contribution WHERE person_id = ?
                """, row -> row.getString(1), id, id, id, id, id));
    }

    /** One version at a time: a programme that was changed often is long, and so often there. */
    private int programmes(UUID id) {
        record Version(UUID event, int number) {}
        List<Version> versions = sql.list(
                """
                SELECT v.event_id, v.number FROM programme_version v JOIN event e ON e.id = v.event_id
                WHERE jsonb_path_exists(v.programme, ('$.sessions[*].contributions[*] ? (@.personId == "' || ? || '")')::jsonpath)
                  AND (NOT %s OR v.number < (SELECT max(l.number) FROM programme_version l WHERE l.event_id = v.event_id))
                """.formatted(TOOK_PLACE),
                row -> new Version(row.getObject(1, UUID.class), row.getInt(2)),
                id.toString());
        int blanked = 0;
        for (Version version : versions) {
            JsonNode programme = sql.first(
                            "SELECT programme FROM programme_version WHERE event_id = ? AND number = ?",
                            row -> Json.read(row.getString(1), JsonNode.class),
                            version.event(),
                            version.number())
                    .orElseThrow();
            if (Withheld.fromProgramme(programme, id.toString())) {
                blanked += sql.update(
                        "UPDATE programme_version SET programme = ?::jsonb WHERE event_id = ? AND number = ?",
                        Json.write(programme),
                        version.event(),
                        version.number());
            }
        }
        return blanked;
    }

    private int synopses(UUID id, Set<String> printed) {
        record Edition(UUID id, JsonNode content) {}
        List<Edition> editions = sql.list(
                """
                SELECT y.id, y.content FROM synopsis y
                WHERE y.status <> 'PUBLISHED' AND y.event_id IN (
                  SELECT s.event_id FROM contribution c JOIN session s ON s.id = c.session_id WHERE c.person_id = ?)
                """, row -> new Edition(row.getObject(1, UUID.class), Json.read(row.getString(2), JsonNode.class)), id);
        int blanked = 0;
        for (Edition edition : editions) {
            if (Withheld.fromSynopsis(edition.content(), printed)) {
                blanked += sql.update(
                        "UPDATE synopsis SET content = ?::jsonb, version = version + 1 WHERE id = ?",
                        Json.write(edition.content()),
                        edition.id());
            }
        }
        return blanked;
    }
}
