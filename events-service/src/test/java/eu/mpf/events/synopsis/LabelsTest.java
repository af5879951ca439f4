package eu.mpf.events.synopsis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("E16")
@Tag("X10")
class LabelsTest {

    @ParameterizedTest
    @ValueSource(strings = {"fr", "de"})
    void everyLanguageHasEveryLabelWithTheSamePlaces(String language) throws IOException {
        Properties english = labels("labels.properties");
        Properties other = labels("labels_%s.properties".formatted(language));
        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            for (int place = 0; place < 4; place++) {
                String mark = "{" + place;
                assertThat(other.getProperty(key).contains(mark))
                        .as("%s %s", key, mark)
                        .isEqualTo(english.getProperty(key).contains(mark));
            }
            assertThat(Labels.in(language).format(key, 1, 2, 3, 4)).as(key).isNotBlank();
        }
    }

    @Test
    void figuresAreSaidInWordsAsEachLanguageDoes() {
        assertThat(Labels.in("en").count("projects", 9)).isEqualTo("nine projects were presented");
        assertThat(Labels.in("en").count("projects", 1)).isEqualTo("one project was presented");
        assertThat(Labels.in("en").count("sessions", 0)).isEqualTo("no sessions");
        assertThat(Labels.in("en").count("contributions", 20)).isEqualTo("20 contributions");
        assertThat(Labels.in("fr").count("projects", 0)).isEqualTo("aucun projet n'a été présenté");
        assertThat(Labels.in("de").count("projects", 2)).isEqualTo("zwei Projekte wurden vorgestellt");
    }

    private static Properties labels(String file) throws IOException {
        Properties labels = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(LabelsTest.class.getResourceAsStream("/synopsis/" + file)),
                StandardCharsets.UTF_8)) {
            labels.load(reader);
        }
        return labels;
    }
}
