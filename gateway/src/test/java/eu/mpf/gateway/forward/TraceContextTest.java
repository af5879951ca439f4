package eu.mpf.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** W3C trace context. */
class TraceContextTest {

    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void aSpanOfAValidParentKeepsItsTraceAndFlags() {
        Set<String> spans = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            String child = TraceContext.child(PARENT, 0);
            assertThat(child).matches("00-0af7651916cd43dd8448eb211c80319c-[13579bdf][0-9a-f]{15}-01");
            spans.add(child.substring(36, 52));
        }
        assertThat(spans).hasSize(100).doesNotContain("b7ad6b7169203331");
        assertThat(TraceContext.child(PARENT.replace("-01", "-00"), 1)).endsWith("-00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b716920333-011"
            })
    void aParentThatIsNotValidBeginsANewTrace(String parent) {
        assertThat(TraceContext.child(parent, 1))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
                .doesNotContain("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void newTracesDifferAndNeitherTheirIdsNorTheirSpansAreEverZero() {
        Set<String> traces = new HashSet<>();
        Set<Character> digits = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            String fresh = TraceContext.child(null, 1);
            assertThat(fresh).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
            for (int nonZero : new int[] {3, 36}) {
                assertThat(Character.digit(fresh.charAt(nonZero), 16) & 1)
                        .as("a bit that is always set")
                        .isEqualTo(1);
            }
            traces.add(fresh.substring(3, 35));
            fresh.substring(3, 35).chars().forEach(c -> digits.add((char) c));
        }
        assertThat(traces).hasSize(200);
        assertThat(digits).hasSize(16);
    }

    @Test
    void theShareOfNewTracesThatIsKeptIsAsConfigured() {
        int kept = 0;
        for (int i = 0; i < 2_000; i++) {
            assertThat(TraceContext.child(null, 0)).endsWith("-00");
            assertThat(TraceContext.child(null, 1)).endsWith("-01");
            kept += TraceContext.child(null, 0.25).endsWith("-01") ? 1 : 0;
        }
        assertThat(kept).isBetween(350, 650);
    }
}
