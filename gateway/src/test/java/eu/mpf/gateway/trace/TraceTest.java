package eu.mpf.gateway.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an exchange stands in its trace. */
class TraceTest {

    private static final String OWN = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String PROXYS = "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01";

    @Test
    void itsPartsAreReadFromWhatTheServiceWasTold() {
        long before = System.currentTimeMillis() * 1_000_000;
        Trace trace = Trace.of(OWN, null);
        assertThat(trace.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(trace.spanId()).isEqualTo("b7ad6b7169203331");
        assertThat(trace.parentId()).isNull();
        assertThat(trace.startedAtNanos()).isBetween(before, before + 60_000_000_000L);
    }

    @Test
    void theParentIsTheProxysSpanIfItIsOfTheSameTrace() {
        assertThat(Trace.of(OWN, PROXYS).parentId()).isEqualTo("00f067aa0ba902b7");
        assertThat(Trace.of(OWN, PROXYS.substring(0, 53)).parentId()).isEqualTo("00f067aa0ba902b7");
        assertThat(Trace.of(OWN, PROXYS.substring(0, 52)).parentId()).isNull();
        assertThat(Trace.of(OWN, PROXYS.replace("0af7", "1af7")).parentId()).isNull();
        assertThat(Trace.of(OWN, "nonsense").parentId()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"01, true", "03, true", "ff, true", "00, false", "02, false", "10, false"})
    void theLastFlagSaysWhetherItsSpansAreWanted(String flags, boolean sampled) {
        assertThat(Trace.isSampled(Trace.of(OWN.substring(0, 53) + flags, null)))
                .isEqualTo(sampled);
        assertThat(Trace.isSampled(null)).isFalse();
    }
}
