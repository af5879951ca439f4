package eu.mpf.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.testkit.audit.AuditCheck.Deed;
import eu.mpf.testkit.audit.AuditCheck.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X11")
class AuditCheckTest {

    private static final String ID = "0199f0c2-5ad5-7e30-9f4e-1b0f2f6c7a11";

    private static Entry entry(String actor, String action, String objectId, States states) {
        return new Entry(actor, action, "thing", objectId, states.before, states.after, states.reason);
    }

    private enum States {
        NONE(false, false, false),
        REASON(false, false, true),
        BEFORE(true, false, false),
        AFTER(false, true, false),
        BOTH(true, true, false);

        private final boolean before;
        private final boolean after;
        private final boolean reason;

        States(boolean before, boolean after, boolean reason) {
            this.before = before;
            this.after = after;
            this.reason = reason;
        }
    }

    private static List<String> complaints(
            String method, boolean personal, Map<String, Exemption> spared, Entry... found) {
        return complaints(method, "/v1/things/" + ID, 200, Set.of(ID), personal, spared, found);
    }

    private static List<String> complaints(
            String method,
            String path,
            int status,
            Set<String> names,
            boolean personal,
            Map<String, Exemption> spared,
            Entry... found) {
        ObjectNode operation = JsonNodeFactory.instance.objectNode().put("operationId", "doIt");
        if (personal) {
            operation.put(AuditCheck.PERSONAL, true);
        }
        boolean existed = path.endsWith("/known");
        var check = new AuditCheck(spared, new AuditCheck.Trail() {
            @Override
            public List<Entry> of(String requestId) {
                return List.of(found);
            }

            @Override
            public boolean existed(Entry entry, String requestId) {
                return existed;
            }

            @Override
            public boolean knows(List<String> objectIds) {
                return objectIds.contains(ID);
            }
        });
        return check.complaints(
                operation, new Deed(method, path, status, "ana", "request-1", names, path + " another"));
    }

    @Test
    void aChangeNeedsAnEntryOfItsOwnActorNamingItsObjectWithAState() {
        assertThat(complaints("POST", false, Map.of(), entry("ana", "thing.done", ID, States.BOTH)))
                .isEmpty();
        assertThat(complaints("POST", false, Map.of()))
                .singleElement()
                .asString()
                .contains("no audit entry by ana");
        assertThat(complaints("POST", false, Map.of(), entry("bob", "thing.done", ID, States.BOTH)))
                .hasSize(1);
        assertThat(complaints("POST", false, Map.of(), entry("ana", "thing.done", "another", States.BOTH)))
                .singleElement()
                .asString()
                .contains("names its object");
        assertThat(complaints("DELETE", false, Map.of(), entry("ana", "thing.done", ID, States.NONE)))
                .singleElement()
                .asString()
                .contains("with BEFORE");
    }

    @Test
    void theVeryObjectIsNamedNotOneThatIsOnlyMentioned() {
        assertThat(complaints("POST", false, Map.of(), entry("ana", "thing.done", "another", States.BOTH)))
                .singleElement()
                .asString()
                .contains("names its object");
        assertThat(complaints("POST", false, Map.of(), entry("ana", "thing.done", ID + "/another", States.BOTH)))
                .isEmpty();
        assertThat(complaints("POST", false, Map.of(), entry("ana", "thing.done", ID + "/nowhere", States.BOTH)))
                .hasSize(1);
        assertThat(complaints(
                        "POST",
                        "/v1/things:import",
                        200,
                        Set.of(),
                        false,
                        Map.of(),
                        entry("ana", "thing.done", "another", States.REASON)))
                .as("a bulk operation has no one object")
                .isEmpty();
    }

    @Test
    void whatChangesHasAStateBeforeAndOneAfter() {
        assertThat(wanting("POST", ":publish", 200)).containsExactly(States.BOTH);
        assertThat(wanting("PATCH", "", 200)).containsExactly(States.BOTH);
        assertThat(wanting("PUT", "", 200)).containsExactly(States.AFTER, States.BOTH);
        assertThat(wanting("PUT", "/known", 200))
                .as("something else was put in its place")
                .containsExactly(States.BOTH);
        assertThat(wanting("DELETE", "", 204)).containsExactly(States.BEFORE, States.BOTH);
        assertThat(wanting("POST", "/parts", 201)).containsExactly(States.AFTER, States.BOTH);
        assertThat(wanting("POST", "/parts", 200))
                .containsExactly(States.REASON, States.BEFORE, States.AFTER, States.BOTH);
    }

    /** What is enough to stand in the trail. */
    private static List<States> wanting(String method, String verb, int status) {
        String path = "/v1/things/" + ID + verb;
        return Arrays.stream(States.values())
                .filter(states -> complaints(
                                method,
                                path,
                                status,
                                Set.of(ID),
                                false,
                                Map.of(),
                                entry("ana", "thing.done", ID, states))
                        .isEmpty())
                .toList();
    }

    @Test
    void aThingThatIsAddressedByItsVersionIsKnownByItsIdFromAnEarlierAnswer() {
        var names = new Names();
        String path = "/v1/things/7";
        assertThat(names.of("/v1/things/{version}", path, null, "")).containsExactly("7");
        names.of("/v1/things", "/v1/things", "http://localhost" + path, "{\"id\":\"" + ID + "\"}");
        assertThat(names.of("/v1/things/{version}", path, null, "")).containsExactlyInAnyOrder("7", ID);
        assertThat(names.of("/v1/things/{version}/parts/{code}", path + "/parts/A", null, ""))
                .containsExactlyInAnyOrder("7", "a", ID);
        assertThat(names.of("/v1/things", "/v1/things", null, "")).isEmpty();
    }

    @Test
    void aBulkOperationHasNoOneObjectAndAMergeHas() {
        var names = new Names();
        String path = "/v1/things/" + ID + "/parts:import";
        assertThat(names.of("/v1/things/{thingId}/parts:import", path, null, "{\"rows\":[]}"))
                .isEmpty();
        assertThat(names.of("/v1/things:merge", "/v1/things:merge", null, "{\"id\":\"" + ID + "\"}"))
                .containsExactly(ID);
        assertThat(names.of("/v1/things", "/v1/things", null, ""))
                .as("what was merged is not the collection")
                .isEmpty();
    }

    @Test
    void aReadNeedsOneOnlyWhereItShowsPersonalData() {
        assertThat(complaints("GET", false, Map.of())).isEmpty();
        assertThat(complaints("GET", true, Map.of())).hasSize(1);
        assertThat(complaints("GET", true, Map.of(), entry("ana", "thing.done", ID, States.BOTH)))
                .hasSize(1);
        assertThat(complaints("GET", true, Map.of(), entry("ana", "thing.read", ID, States.NONE)))
                .isEmpty();
    }

    @Test
    void anExemptionSparesWhatItSaysAndNoMore() {
        var bare = entry("ana", "thing.done", ID, States.NONE);
        assertThat(complaints("POST", false, Map.of("doIt", Exemption.NONE))).isEmpty();
        assertThat(complaints("POST", false, Map.of("doIt", Exemption.STATE), bare))
                .isEmpty();
        assertThat(complaints("POST", false, Map.of("doIt", Exemption.STATE))).hasSize(1);
        assertThat(complaints(
                        "PATCH", false, Map.of("doIt", Exemption.BEFORE), entry("ana", "thing.done", ID, States.AFTER)))
                .isEmpty();
        assertThat(complaints("PATCH", false, Map.of("doIt", Exemption.BEFORE), bare))
                .hasSize(1);
        assertThat(complaints("POST", false, Map.of("doIt", Exemption.REPEAT))).isEmpty();
        assertThat(complaints("DELETE", false, Map.of("doIt", Exemption.REPEAT), bare))
                .hasSize(1);
        assertThat(Exemption.committed()).isNotEmpty();
    }

    @Test
    void whatIsDoneWithAnApiKeyIsDoneByItsClient() {
        var deed = new Deed("GET", "/v1/things", 200, AuditCheck.A_CLIENT, "request-1", Set.of(), "");
        assertThat(deed.isBy("client:" + ID)).isTrue();
        assertThat(deed.isBy("ana")).isFalse();
        assertThat(new Deed("GET", "/v1/things", 200, "client:1", "request-1", Set.of(), "").isBy("client:2"))
                .isFalse();
    }

    @Test
    void theCallerIsReadFromTheToken() {
        assertThat(Bearer.subject(null)).isEqualTo("anonymous");
        assertThat(Bearer.subject("Bearer x.eyJzdWIiOiJhbmEifQ.y")).isEqualTo("ana");
    }
}
