package eu.mpf.testkit.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * After every successful request of a test: what was done stands in the audit trail, by whom and to just that object, with
 * its state after it was made, before it was removed, and both where it was changed; and so does what was read, where the
 * operation is marked {@code x-personal-data}. An operation that leaves less on purpose stands in {@code exempt.properties}
 * with its reason.
 */
public final class AuditCheck {

    /** Actor of a request with an API key: its client, whichever that is. */
    public static final String A_CLIENT = "client:";

    static final String PERSONAL = "x-personal-data";

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Map<String, Exemption> exemptions;
    private final Trail trail;

    public AuditCheck() {
        this(Exemption.committed(), new CommittedTrail());
    }

    AuditCheck(Map<String, Exemption> exemptions, Trail trail) {
        this.exemptions = exemptions;
        this.trail = trail;
    }

    /**
     * A request that was answered.
     *
     * @param actor the subject of its token, {@link #A_CLIENT} with an API key, {@code anonymous} without either
     * @param requestId as the answer tells it
     * @param names by which path and answer name the object and what it is part of; empty where there is no one object
     * @param text of request and answer, in which a bulk operation names its objects
     */
    public record Deed(
            String method,
            String path,
            int status,
            String actor,
            @Nullable String requestId,
            Set<String> names,
            String text) {

        boolean isRead() {
            return READS.contains(method);
        }

        boolean isBy(String recorded) {
            return actor.equals(A_CLIENT) ? recorded.startsWith(A_CLIENT) : recorded.equals(actor);
        }

        /** Whether this is the id of its object, or all parts of an id such as {@code sectors/2} are. */
        boolean names(String objectId) {
            String id = objectId.toLowerCase(Locale.ROOT);
            List<String> parts = Arrays.asList(id.split("/"));
            Stream<String> further =
                    names.isEmpty() ? parts.stream() : parts.stream().skip(1);
            return names.contains(id)
                    || (names.isEmpty() || names.contains(parts.getFirst()))
                            && further.allMatch(text.toLowerCase(Locale.ROOT)::contains);
        }

        /** What has to stand beside its object in the trail; whether there was one before, only a PUT leaves open. */
        private States states(boolean existed) {
            return switch (method) {
                case "PATCH" -> States.BOTH;
                case "DELETE" -> States.BEFORE;
                case "PUT" -> existed ? States.BOTH : States.AFTER;
                // 202: what changes, changes later
                default -> status == 201 ? States.AFTER : status != 202 && isVerbOfOne() ? States.BOTH : States.ANY;
            };
        }

        private boolean isVerbOfOne() {
            return !names.isEmpty() && path.matches(".*:[a-zA-Z-]+");
        }
    }

    private enum States {
        ANY,
        BEFORE,
        AFTER,
        BOTH;

        boolean in(Entry entry) {
            return switch (this) {
                case ANY -> entry.before() || entry.after() || entry.reason();
                case BEFORE -> entry.before();
                case AFTER -> entry.after();
                case BOTH -> entry.before() && entry.after();
            };
        }

        States withoutBefore() {
            return this == BOTH ? AFTER : ANY;
        }
    }

    /** Where entries are looked up. */
    interface Trail {
        List<Entry> of(String requestId);

        /** Whether what was done to the same part of the object before this request left a state. */
        boolean existed(Entry entry, String requestId);

        /** Whether anything was ever done to one of these. */
        boolean knows(List<String> objectIds);
    }

    /** What stands in the trail about a request; of states and reason, whether they do. */
    record Entry(
            String actor,
            String action,
            String objectType,
            String objectId,
            boolean before,
            boolean after,
            boolean reason) {

        /** What was acted on: {@code minutes} in {@code minutes.write}. */
        String part() {
            return action.replaceFirst("\\..*", "");
        }
    }

    /** What is missing in the trail; empty when all is well. */
    public List<String> complaints(JsonNode operation, Deed deed) {
        String id = operation.path("operationId").asText();
        boolean personalRead = deed.isRead() && operation.path(PERSONAL).asBoolean();
        Exemption exempt = exemptions.getOrDefault(id, Exemption.NOT_AT_ALL);
        String requestId = deed.requestId();
        if (deed.status() / 100 != 2
                || requestId == null
                || (deed.isRead() && !personalRead)
                || exempt == Exemption.NONE) {
            return List.of();
        }
        List<Entry> own = trail.of(requestId).stream()
                .filter(entry -> deed.isBy(entry.actor()))
                .toList();
        if (own.isEmpty()) {
            return exempt == Exemption.REPEAT && trail.knows(ids(deed))
                    ? List.of()
                    : List.of("%s (%s %s) leaves no audit entry by %s"
                            .formatted(id, deed.method(), deed.path(), deed.actor()));
        }
        return personalRead ? reading(id, own) : change(id, own, deed, requestId, exempt);
    }

    private static List<String> reading(String id, List<Entry> own) {
        return own.stream().anyMatch(entry -> entry.action().endsWith("read"))
                ? List.of()
                : List.of("%s reads personal data and leaves only %s".formatted(id, own));
    }

    private List<String> change(String id, List<Entry> own, Deed deed, String requestId, Exemption exempt) {
        List<Entry> named =
                own.stream().filter(entry -> deed.names(entry.objectId())).toList();
        if (named.isEmpty()) {
            return List.of("%s leaves no entry that names its object, one of %s: %s".formatted(id, deed.names(), own));
        }
        boolean existed =
                deed.method().equals("PUT") && named.stream().anyMatch(entry -> trail.existed(entry, requestId));
        States states = deed.states(existed);
        States wanted = exempt == Exemption.BEFORE ? states.withoutBefore() : states;
        return exempt == Exemption.STATE || named.stream().anyMatch(wanted::in)
                ? List.of()
                : List.of("%s leaves no entry with %s of the states before and after: %s".formatted(id, wanted, named));
    }

    private static List<String> ids(Deed deed) {
        return Stream.concat(
                        deed.names().stream(),
                        UUIDS.matcher(deed.text()).results().map(MatchResult::group))
                .distinct()
                .toList();
    }
}
