package eu.mpf.gateway.subject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.gateway.route.RouteTable;
import eu.mpf.gateway.route.Upstream;
import eu.mpf.messaging.Outbox;
import eu.mpf.messaging.OutgoingEvent;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.time.DatabaseClock;
import eu.mpf.web.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends requests to all services and gathers what they answer. */
@ApplicationScoped
@Transactional
public class SubjectRequestService {

    static final String TOPIC = "mpf.gateway.person.v1";

    private record Asked(UUID requestId, String personHash) {}

    private final Sql sql;
    private final PersonHash hash;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final DatabaseClock clock;
    private final ObjectMapper json;
    private final SubjectRequestRows rows;
    private final List<String> services;

    SubjectRequestService(
            Sql sql,
            PersonHash hash,
            Outbox outbox,
            AuditTrail audit,
            DatabaseClock clock,
            ObjectMapper json,
            SubjectRequestRows rows,
            RouteTable routes) {
        this.sql = sql;
        this.hash = hash;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
        this.rows = rows;
        this.services = routes.upstreams().stream().map(Upstream::name).sorted().toList();
    }

    /**
     * Asks every service, the gateway itself included. What names the person is turned into a hash here and goes no
     * further.
     *
     * @throws ProblemException 400 if nobody is named, or not clearly
     */
    public SubjectRequest open(RequestKind kind, Person who, @Nullable String reason, String officer) {
        UUID id = Ids.next();
        for (String person : who.hashes(hash)) {
            ask(id, kind, person, reason, officer);
        }
        audit.record("data-subject-request.opened", "data-subject-request", id, null, Map.of("kind", kind), reason);
        return get(id);
    }

    /** Asks everybody about one name: the first is the request itself, the others are parts of it. */
    private void ask(UUID request, RequestKind kind, String person, @Nullable String reason, String officer) {
        boolean first = sql.first("SELECT 1 FROM data_subject_request WHERE id = ?", row -> 1, request)
                .isEmpty();
        UUID id = first ? request : Ids.next();
        sql.update(
                "INSERT INTO data_subject_request (id, part_of, kind, person_hash, reason, requested_by, services,"
                        + " created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                first ? null : request,
                kind,
                person,
                reason,
                officer,
                services,
                clock.now());
        String verb = kind == RequestKind.EXPORT ? "export-requested" : "erasure-requested";
        outbox.publish(new OutgoingEvent(
                TOPIC, "eu.mpf.gateway.person." + verb + ".v1", id.toString(), 1, new Asked(id, person)));
    }

    private record Root(UUID id, RequestKind kind, @Nullable String reason, String officer) {}

    /**
     * Takes a service's answer; a repeated one changes nothing. What it tells of other names of the person is asked about at
     * once, everywhere, so that a name known to one service finds what the others hold under it.
     */
    public void answered(
            UUID request,
            String service,
            Map<String, Integer> counts,
            Map<String, Integer> kept,
            Collection<String> alsoKnownAs) {
        Instant now = clock.now();
        // one answer after the other, so that the last one sees all
        Optional<Root> found = sql.first(
                "SELECT id, kind, reason, requested_by FROM data_subject_request"
                        + " WHERE id = (SELECT coalesce(part_of, id) FROM data_subject_request WHERE id = ?) FOR UPDATE",
                row -> new Root(
                        row.getObject(1, UUID.class),
                        RequestKind.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4)),
                request);
        if (found.isEmpty()) {
            return;
        }
        Root root = found.get();
        Set<String> known = new HashSet<>(sql.list(
                "SELECT person_hash FROM data_subject_request WHERE id = ? OR part_of = ?",
                row -> row.getString(1),
                root.id(),
                root.id()));
        alsoKnownAs.stream()
                .distinct()
                .filter(known::add)
                .forEach(name -> ask(root.id(), root.kind(), name, root.reason(), root.officer()));
        sql.update(
                "INSERT INTO data_subject_answer (request_id, service, counts, kept, answered_at)"
                        + " VALUES (?, ?, CAST(? AS jsonb), CAST(? AS jsonb), ?) ON CONFLICT DO NOTHING",
                request,
                service,
                text(counts),
                text(kept),
                now);
        sql.update(
                "UPDATE data_subject_request SET completed_at = ? WHERE id = ? AND completed_at IS NULL AND NOT EXISTS"
                        + " (SELECT FROM data_subject_request r, unnest(r.services) AS s (name)"
                        + " WHERE (r.id = ? OR r.part_of = ?) AND NOT EXISTS (SELECT FROM data_subject_answer a"
                        + " WHERE a.request_id = r.id AND a.service = s.name))",
                now,
                root.id(),
                root.id(),
                root.id());
    }

    /** @throws ProblemException 404 if there is none */
    public SubjectRequest get(UUID id) {
        return sql.first(
                        "SELECT " + SubjectRequestRows.COLUMNS
                                + " FROM data_subject_request r WHERE r.id = ? AND r.part_of IS NULL",
                        rows::request,
                        id)
                .orElseThrow(() -> ProblemException.notFound("data protection request", id));
    }

    private String text(Map<String, Integer> counts) {
        try {
            return json.writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers can always be written", e);
        }
    }
}
