package eu.mpf.web.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X15")
class ScannerDemandTest {

    @Test
    void eitherAScannerIsNamedOrItIsSaidThatThereIsNone() {
        assertThat(forgotten(Map.of())).isTrue();
        assertThat(forgotten(Map.of("mpf.file.scanner-host", ""))).isTrue();
        assertThat(forgotten(Map.of("mpf.file.scanner-host", "clamav"))).isFalse();
        assertThat(forgotten(Map.of("mpf.file.unscanned", "true"))).isFalse();
    }

    private static boolean forgotten(Map<String, String> settings) {
        Map<String, String> values = new HashMap<>(
                Map.of("mpf.file.scanner-port", "3310", "mpf.file.unscanned", "false", "mpf.file.scan-every", "2s"));
        values.putAll(settings);
        return ScannerDemand.isForgotten(new SmallRyeConfigBuilder()
                .withMapping(FileConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(FileConfig.class));
    }
}
