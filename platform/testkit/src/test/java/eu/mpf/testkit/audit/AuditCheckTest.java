package eu.mpf.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.testkit.audit.AuditCheck.Deed;
import eu.mpf.testkit.audit.AuditCheck.Entry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X11")
class AuditCheckTest {

    private static final String ID = "0199f0c2-5ad5-7e30-9f4e-1b0f2f6c7a11";

    private static List<String> complaints(
            String method, boolean personal, Map<String, Exemption> spared, Entry... found) {
        ObjectNode operation = JsonNodeFactory.instance.objectNode().put("operationId", "doIt");
        if (personal) {
            operation.put(AuditCheck.PERSONAL, true);
        }
        var check = new AuditCheck(spared, new AuditCheck.Trail() {
            @Override
            public List<Entry> of(String requestId) {
                return List.of(found);
            }

            @Override
            public boolean knows(List<String> objectIds) {
                return objectIds.equals(List.of(ID));
            }
        });
        return check.complaints(
                operation, new Deed(method, "/v1/things/" + ID, 200, "ana", "request-1", "/v1/things/" + ID));
    }

    @Test
    void aChangeNeedsAnEntryOfItsOwnActorNamingItsObjectWithAState() {
        assertThat(complaints("POST", false, Map.of(), new Entry("ana", "thing.done", ID, true)))
                .isEmpty();
        assertThat(complaints("POST", false, Map.of()))
                .singleElement()
                .asString()
                .contains("no audit entry by ana");
        assertThat(complaints("POST", false, Map.of(), new Entry("bob", "thing.done", ID, true)))
                .hasSize(1);
        assertThat(complaints("POST", false, Map.of(), new Entry("ana", "thing.done", "another", true)))
                .singleElement()
                .asString()
                .contains("names its object");
        assertThat(complaints("DELETE", false, Map.of(), new Entry("ana", "thing.done", ID, false)))
                .singleElement()
                .asString()
                .contains("neither a state");
    }

    @Test
    void aReadNeedsOneOnlyWhereItShowsPersonalData() {
        assertThat(complaints("GET", false, Map.of())).isEmpty();
        assertThat(complaints("GET", true, Map.of())).hasSize(1);
        assertThat(complaints("GET", true, Map.of(), new Entry("ana", "thing.done", ID, true)))
                .hasSize(1);
        assertThat(complaints("GET", true, Map.of(), new Entry("ana", "thing.read", ID, false)))
                .isEmpty();
    }

    @Test
    void anExemptionSparesWhatItSaysAndNoMore() {
        var bare = new Entry("ana", "thing.done", ID, false);
        assertThat(complaints("POST", false, Map.of("doIt", Exemption.NONE))).isEmpty();
        assertThat(complaints("POST", false, Map.of("doIt", Exemption.STATE), bare))
                .isEmpty();
        assertThat(complaints("POST", false, Map.of("doIt", Exemption.STATE))).hasSize(1);
        assertThat(complaints("POST", false, Map.of("doIt", Exemption.REPEAT))).isEmpty();
        assertThat(complaints("POST", false, Map.of("doIt", Exemption.REPEAT), bare))
                .hasSize(1);
        assertThat(Exemption.committed()).isNotEmpty();
    }

    @Test
    void whatIsDoneWithAnApiKeyIsDoneByItsClient() {
        var deed = new Deed("GET", "/v1/things", 200, AuditCheck.A_CLIENT, "request-1", "");
        assertThat(deed.isBy("client:" + ID)).isTrue();
        assertThat(deed.isBy("ana")).isFalse();
        assertThat(new Deed("GET", "/v1/things", 200, "client:1", "request-1", "").isBy("client:2"))
                .isFalse();
    }

    @Test
    void theCallerIsReadFromTheToken() {
        assertThat(Bearer.subject(null)).isEqualTo("anonymous");
        assertThat(Bearer.subject("Bearer x.eyJzdWIiOiJhbmEifQ.y")).isEqualTo("ana");
    }
}
