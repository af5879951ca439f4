package eu.mpf.calls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineTest {

    /** Fault F19: 14 applications = 3 rejected + 7 granted + 2 in contracting. */
    @Test
    void figuresThatDoNotAddUpNameWhatIsMissing() {
        Pipeline pipeline =
                Pipeline.of(14, List.of(part("REJECTED", 3), part("GRANTED", 7), part("IN_CONTRACTING", 2)));
        assertThat(pipeline.addsUp()).isFalse();
        assertThat(pipeline.missing()).isEqualTo(2);
        assertThat(pipeline.gap()).isEqualTo("14 received, 12 accounted for: 2 are missing");
    }

    @Test
    void figuresThatAddUpSaySo() {
        Pipeline pipeline = Pipeline.of(12, List.of(part("REJECTED", 3), part("GRANTED", 9)));
        assertThat(pipeline.addsUp()).isTrue();
        assertThat(pipeline.gap()).isNull();
    }

    private static Pipeline.Part part(String outcome, long applications) {
        return new Pipeline.Part(outcome, applications, List.of());
    }
}
