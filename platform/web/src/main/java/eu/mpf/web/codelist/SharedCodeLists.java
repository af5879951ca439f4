package eu.mpf.web.codelist;

import static eu.mpf.web.adjustment.AdjustmentKind.CODE_LIST;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.messaging.Outbox;
import eu.mpf.messaging.OutgoingEvent;
import eu.mpf.web.ServiceName;
import eu.mpf.web.adjustment.Adjustment;
import eu.mpf.web.adjustment.AdjustmentService;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The lists all services work with. One service keeps them and tells the others of each version, whole, so that a code one
 * of them takes is known to all.
 */
@ApplicationScoped
class SharedCodeLists {
    static final String TOPIC = "mpf.projects.code-list.v1";
    static final String CHANGED = "eu.mpf.projects.code-list.changed.v1";

    private static final String OWNER = "projects";

    /** What one event can carry, with room for what goes around it. */
    private static final int MOST_BYTES = 240_000;

    private final CodeLists lists;
    private final AdjustmentService adjustments;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final boolean keptHere;

    SharedCodeLists(
            CodeLists lists, AdjustmentService adjustments, Outbox outbox, ObjectMapper json, ServiceName service) {
        this.lists = lists;
        this.adjustments = adjustments;
        this.outbox = outbox;
        this.json = json;
        this.keptHere = service.name().equals(OWNER);
    }

    boolean areKeptHere() {
        return keptHere;
    }

    /** @throws ProblemException 409 naming who keeps it, for a list that another service keeps */
    void requireKeptHere(String name) {
        if (!keptHere && lists.isShared(name)) {
            throw new ProblemException(
                    CommonProblem.KEPT_ELSEWHERE,
                    "The list %1$s is shared by all services: change it at /v1/admin/code-lists/%2$s/%1$s."
                            .formatted(name, OWNER));
        }
    }

    /**
     * Tells the others of a new version in the caller's transaction; what only this service works with is nobody else's.
     *
     * @throws ProblemException 400 if it is too large to be told
     */
    void tell(CodeList list) {
        if (!lists.isShared(list.name())) {
            return;
        }
        if (size(list) > MOST_BYTES) {
            throw ProblemException.invalid(
                    "/entries", "too-many", "a shared list may take %d bytes as JSON".formatted(MOST_BYTES));
        }
        outbox.publish(new OutgoingEvent(TOPIC, CHANGED, list.name(), list.version(), list));
    }

    private int size(CodeList list) {
        try {
            return json.writeValueAsBytes(list).length;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a code list is JSON: " + list.name(), e);
        }
    }

    /** Takes over a version from who keeps the list. The same again changes nothing, and in which order they come neither. */
    void learn(CodeList list) {
        String name = list.name() + "/" + list.version();
        Optional<Adjustment> known = adjustments.find(CODE_LIST, name);
        JsonNode value = json.valueToTree(list);
        if (known.isEmpty() || !value.equals(known.get().value())) {
            long version = known.map(Adjustment::version).orElse(0L);
            adjustments.put(CODE_LIST, name, value, version, null, "as told by " + OWNER);
        }
    }
}
