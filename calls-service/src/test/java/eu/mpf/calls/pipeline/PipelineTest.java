package eu.mpf.calls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("C22")
class PipelineTest {

    /** Fault F19: 14 applications = 3 rejected + 7 granted + 2 in contracting. */
    @Test
    void figuresThatDoNotAddUpNameWhatIsMissing() {
        List<UUID> missing = List.of(UUID.randomUUID(), UUID.randomUUID());
        Pipeline pipeline = Pipeline.of(
                14,
                List.of(part("REJECTED", 3), part("GRANTED", 7), part("IN_CONTRACTING", 2)),
                missing,
                Locale.ENGLISH);
        assertThat(pipeline.addsUp()).isFalse();
        assertThat(pipeline.missing()).isEqualTo(2);
        assertThat(pipeline.gap()).isEqualTo("14 received, 12 accounted for: 2 are missing");
        assertThat(pipeline.unaccounted()).isEqualTo(missing);
    }

    @Test
    void figuresThatAddUpSaySo() {
        Pipeline pipeline =
                Pipeline.of(12, List.of(part("REJECTED", 3), part("GRANTED", 9)), List.of(), Locale.ENGLISH);
        assertThat(pipeline.addsUp()).isTrue();
        assertThat(pipeline.gap()).isNull();
        assertThat(pipeline.unaccounted()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} of {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 1     | 0     | 1 received, 0 accounted for: 1 is missing",
                "en | 3     | 1     | 3 received, 1 accounted for: 2 are missing",
                "en | 1     | 2     | 1 received, 2 accounted for: 1 too many",
                "fr | 1     | 0     | 1 candidature reçue, 0 comptée : il en manque 1",
                "fr | 3     | 2     | 3 candidatures reçues, 2 comptées : il en manque 1",
                "fr | 1     | 3     | 1 candidature reçue, 3 comptées : 2 de trop",
                "de | 2     | 1     | 2 eingegangen, 1 zugeordnet: 1 fehlt",
                "de | 1200  | 3     | 1.200 eingegangen, 3 zugeordnet: 1.197 fehlen",
                "de | 1     | 2     | 1 eingegangen, 2 zugeordnet: 1 zu viel"
            })
    void aGapIsToldInGoodGrammar(String language, long received, long accounted, String words) {
        Pipeline pipeline = Pipeline.of(received, List.of(part("GRANTED", accounted)), List.of(), Locale.of(language));
        assertThat(Objects.requireNonNull(pipeline.gap())).isEqualTo(words);
    }

    private static Pipeline.Part part(String outcome, long applications) {
        return new Pipeline.Part(outcome, applications, List.of());
    }
}
