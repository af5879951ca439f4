package eu.mpf.web.subject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.messaging.Outbox;
import eu.mpf.messaging.OutgoingEvent;
import eu.mpf.web.ServiceName;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.time.PlatformTime;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Does what people may ask for, over everything this service holds of them, in the caller's transaction. */
@ApplicationScoped
class SubjectRequests {
    private final List<SubjectData> parts;
    private final Sql sql;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final ObjectMapper json;
    private final String service;

    SubjectRequests(
            @All List<SubjectData> parts,
            Sql sql,
            Outbox outbox,
            AuditTrail audit,
            ObjectMapper json,
            ServiceName service) {
        this.parts =
                parts.stream().sorted(Comparator.comparing(SubjectData::isLast)).toList();
        this.sql = sql;
        this.outbox = outbox;
        this.audit = audit;
        this.json = json;
        this.service = service.name();
    }

    /** What the gateway is told: numbers by kind of record, and by keyed hashes only who; it asks for the others itself. */
    private record Answer(
            UUID requestId,
            String personHash,
            String service,
            Map<String, Integer> counts,
            Map<String, Integer> kept,
            Set<String> alsoKnownAs) {}

    void export(UUID request, String personHash) {
        if (isDone(request)) {
            return;
        }
        var content = json.createObjectNode()
                .put("service", service)
                .put("exportedAt", PlatformTime.now().toString());
        var records = content.putObject("records");
        var counts = new TreeMap<String, Integer>();
        for (var part : parts) {
            var found = part.export(personHash);
            if (!found.isEmpty()) {
                records.putArray(part.name()).addAll(found);
            }
            counts.put(part.name(), found.size());
        }
        keep(request, "EXPORT", personHash, counts, content);
        answer("exported", new Answer(request, personHash, service, counts, Map.of(), otherNames(personHash)));
    }

    void erase(UUID request, String personHash) {
        if (isDone(request)) {
            return;
        }
        var others = otherNames(personHash); // an erasure takes what proves them
        var counts = new TreeMap<String, Integer>();
        var kept = new TreeMap<String, Integer>();
        for (var part : parts) {
            var erased = part.erase(personHash);
            counts.put(part.name(), erased.erased());
            if (erased.kept() > 0) {
                kept.put(part.name(), erased.kept());
            }
        }
        sql.update("UPDATE subject_request SET content = NULL WHERE person_hash = ?", personHash);
        keep(request, "ERASURE", personHash, counts, null);
        answer("erased", new Answer(request, personHash, service, counts, kept, others));
    }

    private Set<String> otherNames(String personHash) {
        var others = new TreeSet<String>();
        parts.forEach(part -> others.addAll(part.otherNames(personHash)));
        others.remove(personHash);
        return others;
    }

    /** Holds the request until the transaction ends, so that two deliveries at once are one after the other. */
    private boolean isDone(UUID request) {
        sql.lock("subject-request/" + request);
        return sql.first("SELECT 1 FROM subject_request WHERE id = ?", row -> 1, request)
                .isPresent();
    }

    private void keep(
            UUID request, String kind, String personHash, Map<String, Integer> counts, @Nullable ObjectNode content) {
        try {
            sql.update(
                    "INSERT INTO subject_request (id, kind, person_hash, counts, content)"
                            + " VALUES (?, ?, ?, CAST(? AS jsonb), CAST(? AS jsonb))",
                    request,
                    kind,
                    personHash,
                    json.writeValueAsString(counts),
                    content == null ? null : json.writeValueAsString(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records are JSON", e);
        }
        audit.record("subject." + kind.toLowerCase(Locale.ROOT), "subject-request", request, null, counts, null);
    }

    private void answer(String what, Answer answer) {
        outbox.publish(new OutgoingEvent(
                "mpf.%s.person.v1".formatted(service),
                "eu.mpf.gateway.person.%s.v1".formatted(what),
                answer.requestId().toString(),
                1,
                answer));
    }
}
