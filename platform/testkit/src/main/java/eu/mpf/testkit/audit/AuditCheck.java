package eu.mpf.testkit.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * After every successful request of a test: what was done stands in the audit trail, by whom and to what, with a state
 * before or after it or a reason; and so does what was read, where the operation is marked {@code x-personal-data}. An
 * operation that leaves nothing on purpose stands in {@code exempt.properties} with its reason.
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
     * @param named all that may name an object: path, location and body of the answer, body of the request
     */
    public record Deed(
            String method,
            String path,
            int status,
            String actor,
            @Nullable String requestId,
            String named) {

        boolean isRead() {
            return READS.contains(method);
        }

        boolean isBy(String recorded) {
            return actor.equals(A_CLIENT) ? recorded.startsWith(A_CLIENT) : recorded.equals(actor);
        }
    }

    /** Where entries are looked up. */
    interface Trail {
        List<Entry> of(String requestId);

        /** Whether anything was ever done to one of these. */
        boolean knows(List<String> objectIds);
    }

    /** What stands in the trail about a request. */
    record Entry(String actor, String action, String objectId, boolean hasState) {}

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
            return exempt == Exemption.REPEAT && trail.knows(ids(deed.named()))
                    ? List.of()
                    : List.of("%s (%s %s) leaves no audit entry by %s"
                            .formatted(id, deed.method(), deed.path(), deed.actor()));
        }
        return personalRead ? reading(id, own) : change(id, own, deed.named(), exempt);
    }

    private static List<String> reading(String id, List<Entry> own) {
        return own.stream().anyMatch(entry -> entry.action().endsWith("read"))
                ? List.of()
                : List.of("%s reads personal data and leaves only %s".formatted(id, own));
    }

    private static List<String> change(String id, List<Entry> own, String named, Exemption exempt) {
        String lower = named.toLowerCase(Locale.ROOT);
        if (own.stream().noneMatch(entry -> isNamed(entry.objectId(), lower))) {
            return List.of("%s leaves no entry that names its object: %s".formatted(id, own));
        }
        return own.stream().anyMatch(Entry::hasState) || exempt == Exemption.STATE
                ? List.of()
                : List.of("%s leaves neither a state before nor one after: %s".formatted(id, own));
    }

    private static List<String> ids(String named) {
        return UUIDS.matcher(named).results().map(MatchResult::group).distinct().toList();
    }

    /** All parts of an id such as {@code sectors/2}. */
    private static boolean isNamed(String objectId, String named) {
        return Stream.of(objectId.toLowerCase(Locale.ROOT).split("/")).allMatch(named::contains);
    }
}
