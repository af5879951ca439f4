package eu.mpf.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X4")
class ProblemTitlesTest {

    @Test
    void everyProblemHasATitleInFrenchAndGermanAndNoneIsLeftOver() {
        List<String> codes = Arrays.stream(ProjectsProblem.values())
                .map(ProjectsProblem::code)
                .toList();
        for (Locale language : List.of(Locale.FRENCH, Locale.GERMAN)) {
            assertThat(ResourceBundle.getBundle("problems", language).keySet())
                    .as(language.getLanguage())
                    .containsExactlyInAnyOrderElementsOf(codes);
        }
    }
}
