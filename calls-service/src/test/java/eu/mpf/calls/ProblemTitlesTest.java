package eu.mpf.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("X4")
class ProblemTitlesTest {

    @ParameterizedTest
    @ValueSource(strings = {"fr", "de"})
    void everyProblemHasATitleInTheLanguage(String language) throws IOException {
        Properties titles = new Properties();
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/problems_" + language + ".properties"))) {
            titles.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        assertThat(titles.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(CallsProblem.values()).map(CallsProblem::code).toList());
    }
}
