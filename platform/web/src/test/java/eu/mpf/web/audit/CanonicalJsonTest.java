package eu.mpf.web.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("X11")
class CanonicalJsonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ } | {}",
                "[ ] | []",
                "{\"b\": 1, \"a\": [2, {\"d\": 3, \"c\": 4}]} | {\"a\":[2,{\"c\":4,\"d\":3}],\"b\":1}",
                "{\"a\": null, \"b\": {\"c\": null}} | {\"b\":{}}",
                "[null, true, false] | [null,true,false]",
                "[0, 0.0, -0.00, 1.50, 100, 1e3, -2.5E-3] | [0,0,0,1.5,100,1000,-0.0025]",
                "0.10000000000000000001 | 0.10000000000000000001",
                "\"é\\u0000\\\"\\n\" | \"é\\u0000\\\"\\n\"",
                "{\"é\\\"\": \"x\"} | {\"é\\\"\":\"x\"}"
            })
    void everyWayToWriteAValueIsOneByteSequence(String written, String canonical) {
        assertThat(new String(CanonicalJson.bytes(AuditJson.read(written)), StandardCharsets.UTF_8))
                .isEqualTo(canonical);
    }

    /** What was signed by a release before is signed the same by this one. */
    @Test
    void everyCharacterIsEscapedAsJacksonDoes() {
        for (int c = Character.MIN_VALUE; c <= Character.MAX_VALUE; c++) {
            var text = TextNode.valueOf("a" + (char) c + "b");
            assertThat(CanonicalJson.bytes(text)).isEqualTo(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyPartOfAnEntryStandsInWhatIsSigned() {
        var entry = new AuditEntry(
                UUID.fromString("0192f0a0-0000-7000-8000-000000000001"),
                Instant.parse("2026-03-31T12:00:00.123Z"),
                "ana",
                List.of("auditor", "partner"),
                "FR-MOI",
                "project.amended",
                "project",
                "p-1",
                AuditJson.read("{\"b\":1.50,\"a\":null}"),
                AuditJson.read("{\"b\":2}"),
                "why",
                "r-1");
        assertThat(new String(AuditJson.canonical(entry), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"action\":\"project.amended\",\"actor\":\"ana\",\"after\":{\"b\":2},\"before\":{\"b\":1.5},"
                                + "\"id\":\"0192f0a0-0000-7000-8000-000000000001\",\"objectId\":\"p-1\","
                                + "\"objectType\":\"project\",\"organisation\":\"FR-MOI\",\"reason\":\"why\","
                                + "\"recordedAt\":1774958400123,\"requestId\":\"r-1\",\"roles\":[\"auditor\",\"partner\"]}");
    }

    @Test
    void aStateIsReadBackAsTheDatabaseWillGiveIt() {
        var state = AuditJson.state(
                new ObjectMapper(), Map.of("amount", new java.math.BigDecimal("0.10000000000000000001")));
        assertThat(state).isEqualTo(AuditJson.read("{\"amount\":0.10000000000000000001}"));
        assertThat(AuditJson.state(new ObjectMapper(), null)).isNull();
        assertThat(AuditJson.read(null)).isNull();
    }

    @Test
    void whatIsNoJsonIsAMistakeOfOurs() {
        assertThatThrownBy(() -> AuditJson.read("{")).hasMessage("jsonb is JSON");
        assertThatThrownBy(() -> AuditJson.state(new ObjectMapper(), new Object() {
                    @SuppressWarnings("unused") // what Jackson calls
                    public String getTitle() {
                        throw new IllegalArgumentException("on purpose");
                    }
                }))
                .hasMessage("the state is not JSON");
    }

    @Test
    void anotherKeyOrAnotherEntryIsAnotherSignature() {
        byte[] content = {1, 2, 3};
        var ours = new AuditSignature("key").sign(content);
        assertThat(ours).hasSize(32).isEqualTo(new AuditSignature("key").sign(content));
        assertThat(ours).isNotEqualTo(new AuditSignature("kez").sign(content));
        assertThat(ours).isNotEqualTo(new AuditSignature("key").sign(new byte[] {1, 2}));
        assertThat(ours).isNotEqualTo(new byte[32]);
    }

    @Test
    void aLinkDependsOnTheLinkBeforeTheEntryAndItsSignature() {
        byte[] entry = {1};
        byte[] mark = {2};
        var link = ChainLink.GENESIS.next(entry, mark);
        assertThat(link.position()).isEqualTo(1);
        assertThat(link.hex()).hasSize(64);
        assertThat(link.isAs(ChainLink.GENESIS.next(entry, mark))).isTrue();
        assertThat(link.isAs(ChainLink.GENESIS.next(new byte[] {3}, mark))).isFalse();
        assertThat(link.isAs(ChainLink.GENESIS.next(entry, new byte[] {3}))).isFalse();
        assertThat(link.isAs(new ChainLink(0, new byte[] {7}).next(entry, mark)))
                .isFalse();
        assertThat(link.isAs(new ChainLink(5, link.hash())))
                .as("wherever it stands")
                .isTrue();
    }
}
